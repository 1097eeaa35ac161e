# hearth_must_not_compile(NAME SOURCE file EXPECT regex [DEPENDS module…])
#
# A test that SOURCE, compiled with the flags of the modules it depends on, is refused with a message that matches EXPECT.
# With -DCONTROL the same file must compile, or the refusal would prove nothing: keep the two variants one line apart.
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

function(hearth_must_not_compile name)
  cmake_parse_arguments(MISUSE "" "SOURCE;EXPECT" "DEPENDS" ${ARGN})
  list(TRANSFORM MISUSE_DEPENDS PREPEND hearth_)
  foreach(variant misuse control)
    set(target ${variant}_${name})
    add_library(${target} OBJECT EXCLUDE_FROM_ALL ${MISUSE_SOURCE})  # never built: the test reads its command
    target_link_libraries(${target} PRIVATE ${MISUSE_DEPENDS})
    target_compile_options(${target} PRIVATE -Werror=unused-result)
  endforeach()
  target_compile_definitions(control_${name} PRIVATE CONTROL)
  add_test(NAME misuse_${name}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/must_not_compile.py
            ${CMAKE_BINARY_DIR}/compile_commands.json ${name} ${MISUSE_EXPECT})
  set_tests_properties(misuse_${name} PROPERTIES TIMEOUT 120 LABELS misuse)
endfunction()
