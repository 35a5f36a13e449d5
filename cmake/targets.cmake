# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
# One library per folder of src/, one test program per folder of tests/unit/.

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
  if(TODOD_FUZZ)
    target_compile_options(todod_${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()
