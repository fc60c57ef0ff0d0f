# SPDX-License-Identifier: MPL-2.0
# Run by termbook_embed: writes OUTPUT, a C++ source with the bytes of FILES (joined by |).
string(REPLACE "|" ";" FILES "${FILES}")
list(SORT FILES COMPARE STRING)
set(arrays "")
set(table "")
set(index 0)
foreach(file IN LISTS FILES)
  get_filename_component(base "${file}" NAME)
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND arrays "const unsigned char file_${index}[] = {${bytes}0};\n")
  string(APPEND table
    "    {\"${base}\", {reinterpret_cast<const char*>(file_${index}), sizeof(file_${index}) - 1}},\n")
  math(EXPR index "${index} + 1")
endforeach()
if(index EQUAL 0)
  # C++ has no array of nothing.
  set(table "    {},\n")
  set(answer "{}")
else()
  set(answer "files")
endif()
file(WRITE "${OUTPUT}"
"#include \"core/embedded_file.hpp\"

namespace {
${arrays}
[[maybe_unused]] const termbook::EmbeddedFile files[] = {
${table}};
} // namespace

namespace termbook::${NAME} {
std::span<const EmbeddedFile> embedded_files() { return ${answer}; }
} // namespace termbook::${NAME}
")
