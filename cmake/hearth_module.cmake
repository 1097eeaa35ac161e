# hearth_module(NAME [DEPENDS module…] [LIBRARIES target…] [SOURCES file…])
#
# Makes the library hearth_NAME of a folder. DEPENDS names other hearth modules and is what tools/check_layers
# compares with the includes; LIBRARIES names outside targets that this folder alone may include. Every *_test.cc at
# or below the folder becomes one test program NAME_test, registered with ctest; a sub-folder that has a CMakeLists.txt
# is a module of its own and keeps its own tests.
function(hearth_module name)
  cmake_parse_arguments(MODULE "" "" "DEPENDS;LIBRARIES;SOURCES;TEST_DEPENDS" ${ARGN})
  set(target hearth_${name})
  if(MODULE_SOURCES)
    add_library(${target} STATIC ${MODULE_SOURCES})
    set(scope PUBLIC)
    hearth_precompile(${target})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${CMAKE_SOURCE_DIR}/lib ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
  list(TRANSFORM MODULE_DEPENDS PREPEND hearth_)
  target_link_libraries(${target} ${scope} ${MODULE_DEPENDS} ${MODULE_LIBRARIES})

  if(NOT BUILD_TESTING)
    return()
  endif()
  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cc)
  file(GLOB parts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
  foreach(part ${parts})
    get_filename_component(folder ${part} DIRECTORY)
    list(FILTER tests EXCLUDE REGEX "^${folder}/")
  endforeach()
  if(tests)
    list(TRANSFORM MODULE_TEST_DEPENDS PREPEND hearth_)
    add_executable(${name}_test ${tests})
    hearth_precompile_test(${name}_test)
    target_link_libraries(${name}_test PRIVATE ${target} ${MODULE_TEST_DEPENDS} GTest::gmock GTest::gtest_main)
    add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300 LABELS unit)
  endif()
endfunction()

# hearth_program(NAME [DEPENDS module…] [LIBRARIES target…] SOURCES file…)
#
# A program of apps/, score/ or bench/; it lies in bin/ of the build folder, where tools/run and the tests look for it.
function(hearth_program name)
  cmake_parse_arguments(PROGRAM "" "" "DEPENDS;LIBRARIES;SOURCES" ${ARGN})
  add_executable(${name} ${PROGRAM_SOURCES})
  hearth_precompile(${name})
  list(TRANSFORM PROGRAM_DEPENDS PREPEND hearth_)
  target_link_libraries(${name} PRIVATE ${PROGRAM_DEPENDS} ${PROGRAM_LIBRARIES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
endfunction()

# The heavy headers, parsed once and shared by every target of the same flags.
add_library(hearth_precompiled STATIC ${CMAKE_SOURCE_DIR}/cmake/precompiled.cc)
target_link_libraries(hearth_precompiled PUBLIC nlohmann_json::nlohmann_json fmt::fmt spdlog::spdlog)
set(hearth_heavy_headers
  <algorithm> <chrono> <functional> <map> <memory> <optional> <string> <string_view> <unordered_map> <variant> <vector>
  <nlohmann/json.hpp> <fmt/format.h> <fmt/chrono.h>)
target_precompile_headers(hearth_precompiled PRIVATE ${hearth_heavy_headers})
if(BUILD_TESTING)
  add_library(hearth_precompiled_tests STATIC ${CMAKE_SOURCE_DIR}/cmake/precompiled.cc)
  target_link_libraries(hearth_precompiled_tests PUBLIC nlohmann_json::nlohmann_json fmt::fmt spdlog::spdlog GTest::gmock)
  target_precompile_headers(hearth_precompiled_tests PRIVATE ${hearth_heavy_headers} <gmock/gmock.h> <gtest/gtest.h>)
endif()

function(hearth_precompile target)
  target_link_libraries(${target} PRIVATE nlohmann_json::nlohmann_json fmt::fmt spdlog::spdlog)
  target_precompile_headers(${target} REUSE_FROM hearth_precompiled)
endfunction()

# The same for a test program, with GoogleTest.
function(hearth_precompile_test target)
  target_link_libraries(${target} PRIVATE nlohmann_json::nlohmann_json fmt::fmt spdlog::spdlog GTest::gmock)
  target_precompile_headers(${target} REUSE_FROM hearth_precompiled_tests)
endfunction()

include(hearth_fuzzer)
include(hearth_must_not_compile)
include(embed)
