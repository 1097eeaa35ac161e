# Flags that every target shares. -ffp-contract=off keeps floating-point sums the same on every build of
# one processor kind, which replay compares byte by byte.
add_compile_options(-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wunused -Woverloaded-virtual -Wno-missing-field-initializers
                    -ffp-contract=off -fno-omit-frame-pointer)
# The same for libraries and programs, because they share one precompiled header; link-time optimisation undoes it.
add_compile_options(-fPIC)
# clang reports libstdc++'s own use of what C++17 deprecated inside its stable_sort.
add_compile_options($<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
if(HEARTH_WERROR)
  add_compile_options(-Werror)
endif()
if(HEARTH_SANITIZE)
  add_compile_options(-fsanitize=${HEARTH_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${HEARTH_SANITIZE})
endif()
if(HEARTH_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)  # lets a fuzzer see which branches an input took
endif()
# The released programs are linked by the compiler's own linker, for link-time optimisation.
find_program(HEARTH_MOLD ld.mold)
if(HEARTH_MOLD AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  add_link_options(-fuse-ld=mold)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fno-semantic-interposition>)
endif()
# ccache, set up here and not in anybody's own settings: paths count from the top of the checkout, so that a second
# checkout elsewhere finds what the first one compiled, and precompiled headers are judged by their content.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
find_program(HEARTH_CCACHE ccache)
if(HEARTH_CCACHE)
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${HEARTH_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
