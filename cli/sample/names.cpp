// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/names.hpp"

#include <string_view>

namespace termbook::sample {

namespace {

constexpr std::string_view girls[] = {
    "Aaliyah", "Aisha",   "Amelia",  "Amara",     "Anaïs",    "Bethan",   "Beatrice", "Chloé",
    "Daisy",   "Divya",   "Eilidh",  "Emily",     "Fatima",   "Florence", "Grace",    "Hana",
    "Imogen",  "Isla",    "Jasmine", "Keira",     "Leila",    "Lowri",    "Maja",     "Maryam",
    "Mei",     "Nia",     "Olivia",  "Oluwaseyi", "Poppy",    "Priya",    "Renée",    "Rosie",
    "Safiya",  "Saoirse", "Simran",  "Sofia",     "Thandiwe", "Willow",   "Yasmin",   "Zofia"};

constexpr std::string_view boys[] = {
    "Adam",     "Alfie",    "André",  "Arjun",  "Arthur", "Ayaan",   "Bartosz", "Callum",
    "Dylan",    "Ebrahim",  "Ethan",  "Finlay", "George", "Gethin",  "Hamza",   "Harry",
    "Ibrahim",  "Jacob",    "Jayden", "Kofi",   "Kwame",  "Leo",     "Lewis",   "Mateusz",
    "Mohammed", "Muhammad", "Noah",   "Oisín",  "Oliver", "Owen",    "Rafael",  "René",
    "Rohan",    "Samuel",   "Tariq",  "Theo",   "Tobi",   "William", "Yusuf",   "Zachary"};

constexpr std::string_view first_halves[] = {
    "Apple", "Barley",  "Bramble", "Candle", "Clover",  "Copper", "Cricket", "Elder",   "Fern",     "Flint",
    "Hazel", "Heather", "Juniper", "Kettle", "Lantern", "Larch",  "Linden",  "Marble",  "Marigold", "Nettle",
    "Otter", "Pebble",  "Quill",   "Rowan",  "Saffron", "Sorrel", "Teasel",  "Thistle", "Willow",   "Yarrow"};

constexpr std::string_view second_halves[] = {"beck",  "brook",  "by",    "combe", "croft", "dale",
                                              "field", "ford",   "hurst", "ley",   "mere",  "more",
                                              "stone", "thorpe", "ton",   "wick",  "wood",  "worth"};

} // namespace

std::string girls_name(Random& random) {
    return std::string(random.one_of(girls));
}

std::string boys_name(Random& random) {
    return std::string(random.one_of(boys));
}

std::string surname(Random& random) {
    std::string name(random.one_of(first_halves));
    return name.append(random.one_of(second_halves));
}

std::string upn(const std::string& twelve_digits) {
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    std::size_t sum = 0;
    for (std::size_t i = 0; i < twelve_digits.size(); ++i)
        sum += (i + 2) * static_cast<std::size_t>(twelve_digits[i] - '0');
    return letters[sum % letters.size()] + twelve_digits;
}

} // namespace termbook::sample
