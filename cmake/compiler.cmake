# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
# Language level, warnings, hardening and sanitizers: the same for every target of the project.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
# -O2 with line tables: enough for perf and for stack traces, cheap to link.
# With a sanitizer asserts stay on, and -O1 compiles faster.
if(TODOD_SANITIZE)
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
else()
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # What ccache must overlook to cache compilations that use a precompiled header (its manual, "Precompiled headers").
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()

# Indirect branches land where they should: Intel CET on x86, BTI and pointer authentication on 64-bit ARM.
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  set(control_flow_protection -fcf-protection)
elseif(CMAKE_SYSTEM_PROCESSOR STREQUAL "aarch64")
  set(control_flow_protection -mbranch-protection=standard)
endif()
add_compile_options(
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
  -Wformat=2 -Wno-missing-field-initializers -Werror -D_GLIBCXX_ASSERTIONS -fstack-protector-strong ${control_flow_protection} -fno-omit-frame-pointer
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 and 13 report these inside libstdc++ and Boost headers where nothing is wrong.
  add_compile_options(-Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow
                      -Wno-array-bounds -Wno-dangling-pointer -Wno-free-nonheap-object)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    add_compile_options(-Wno-dangling-reference)
  endif()
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++'s own std::stable_sort calls what it has marked as deprecated.
  add_compile_options(-Wno-deprecated-declarations)
endif()

if(TODOD_SANITIZE)
  add_compile_options(-fsanitize=${TODOD_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TODOD_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND TODOD_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize=vptr)  # it opens a pipe for each new type: false alarms where descriptors have run out
  endif()
  if(TODOD_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan)  # Asio has fences, which TSan does not see, beside its locks, which it does
  endif()
else()
  add_compile_options($<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
  add_compile_options(-fstack-clash-protection)
endif()
add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported()
