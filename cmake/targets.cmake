# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
# One library per folder of src/, one test program per folder of tests/unit/.

option(TODOD_UNITY "Compile the sources of a library several at a time: less than half the time from nothing" ON)
# A change costs less in small batches; a build with sanitizers is mostly made from nothing.
if(TODOD_SANITIZE)
  set(unity_batch_size 12)
else()
  set(unity_batch_size 6)
endif()

# todod_library(NAME DEPENDS ...): every source of the current folder (not of folders below it)
# becomes the library todod_NAME. What it may include is what it links: ARCHITECTURE.md, Layers.
function(todod_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  if(NOT sources)  # headers only, so far
    set(sources ${CMAKE_CURRENT_BINARY_DIR}/no_source.cpp)
    file(CONFIGURE OUTPUT ${sources} CONTENT "// Nothing to compile.\n")
  endif()
  add_library(todod_${name} STATIC ${sources})
  target_include_directories(todod_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(todod_${name} PUBLIC ${ARG_DEPENDS})
  if(TODOD_UNITY)
    # A header is read once per batch, so it need not be precompiled. What one file's locals shadow is
    # another's here: tools/tidy, which reads file by file, keeps both warnings.
    set_target_properties(todod_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${unity_batch_size}
                          DISABLE_PRECOMPILE_HEADERS ON)
    target_compile_options(todod_${name} PRIVATE -Wno-shadow
                           $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
  if(TODOD_FUZZ)
    target_compile_options(todod_${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()
