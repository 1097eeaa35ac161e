# hearth_fuzzer(NAME SOURCES file… CORPUS folder [DEPENDS module…])
#
# A target of libFuzzer (LLVMFuzzerTestOneInput) for one parser of outside bytes. It becomes NAME_replay, and a test that
# feeds it every file of its corpus, cut short and altered too, so that what a fuzzer once found stays mended. With
# HEARTH_FUZZ (presets ci and fuzz, clang) it also becomes the fuzzer NAME_fuzz, which tools/fuzz runs.
add_custom_target(fuzzers)

function(hearth_fuzzer name)
  cmake_parse_arguments(FUZZER "" "CORPUS" "DEPENDS;SOURCES" ${ARGN})
  list(TRANSFORM FUZZER_DEPENDS PREPEND hearth_)
  get_filename_component(corpus ${FUZZER_CORPUS} ABSOLUTE)
  if(HEARTH_FUZZ)
    add_executable(${name}_fuzz ${FUZZER_SOURCES})
    target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
    target_link_libraries(${name}_fuzz PRIVATE ${FUZZER_DEPENDS})
    add_dependencies(fuzzers ${name}_fuzz)
    # tools/fuzz reads this list: program, then corpus.
    set_property(GLOBAL APPEND_STRING PROPERTY HEARTH_FUZZERS "$<TARGET_FILE:${name}_fuzz>\t${corpus}\n")
  endif()
  add_executable(${name}_replay ${FUZZER_SOURCES} ${CMAKE_SOURCE_DIR}/cmake/fuzz_replay.cc)
  hearth_precompile(${name}_replay)
  target_link_libraries(${name}_replay PRIVATE ${FUZZER_DEPENDS})
  add_test(NAME fuzz_${name} COMMAND ${name}_replay ${corpus})
  set_tests_properties(fuzz_${name} PROPERTIES TIMEOUT 300 LABELS fuzz)
endfunction()

# Called once, when every folder has been read.
function(hearth_list_fuzzers)
  get_property(fuzzers GLOBAL PROPERTY HEARTH_FUZZERS)
  if(fuzzers)
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/fuzzers.tsv CONTENT "${fuzzers}")
  endif()
endfunction()
cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL hearth_list_fuzzers)
