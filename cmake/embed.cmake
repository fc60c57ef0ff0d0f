# SPDX-License-Identifier: MPL-2.0
#
# termbook_embed(TARGET NAMESPACE FILE...) compiles data files into TARGET, so that the command finds its profiles
# and templates wherever it is copied to. The code sees them as `termbook::NAMESPACE::embedded_files()`, declared
# in core/embedded_file.hpp terms, ordered by name.
set(TERMBOOK_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)

function(termbook_embed target name)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
  list(JOIN ARGN "|" joined)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${joined}" -DNAME=${name} -DOUTPUT=${output} -P ${TERMBOOK_EMBED_SCRIPT}
    DEPENDS ${ARGN} ${TERMBOOK_EMBED_SCRIPT}
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
