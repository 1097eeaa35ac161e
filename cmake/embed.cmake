# hearth_embed(NAME FOLDER folder [SOURCE_FILES file…])
#
# Makes the library hearth_NAME from every file in a folder: NAME.h there declares `hearth::connect::WebFiles NAME();`,
# a table of connect::WebFile with path, content type, ETag and bytes. The folder is read when the library is built, so another target may fill it first (add_dependencies); it is read again when one of
# SOURCE_FILES changes. An absent or empty folder gives an empty table.
function(hearth_embed name)
  cmake_parse_arguments(EMBED "" "FOLDER" "SOURCE_FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${name})
  find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
  add_custom_command(
    OUTPUT ${out}/${name}.cc ${out}/${name}.h
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/embed.py ${name} ${EMBED_FOLDER} ${out}
    DEPENDS ${CMAKE_SOURCE_DIR}/cmake/embed.py ${EMBED_SOURCE_FILES}
    COMMENT "Embedding ${EMBED_FOLDER}"
    VERBATIM)
  add_library(hearth_${name} STATIC ${out}/${name}.cc)
  target_include_directories(hearth_${name} PUBLIC ${out} ${CMAKE_SOURCE_DIR}/src)
endfunction()
