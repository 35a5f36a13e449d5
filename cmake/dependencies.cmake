# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
# Every library that todod links, all from the distribution. docs/adr/ says why each.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
# Where the system holds an older Boost that ./run must not remove (Debian 12's two packages exclude
# each other), ./run has unpacked the headers of the right one here.
if(EXISTS ${CMAKE_SOURCE_DIR}/build/packages/usr/include/boost/version.hpp)
  set(BOOST_ROOT ${CMAKE_SOURCE_DIR}/build/packages/usr)
endif()
find_package(Boost 1.81 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(CURL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(prometheus-cpp REQUIRED)
find_path(UTF8CPP_INCLUDE_DIR utf8.h PATH_SUFFIXES utf8cpp REQUIRED)

# Boost.JSON and Boost.URL are compiled from their headers, once, so that no Boost shared library
# is needed to run; from 1.83 on Boost.URL only exists as a library, of which the static one is taken.
add_library(todod_boost STATIC ${CMAKE_SOURCE_DIR}/cmake/boost_sources.cpp)
target_link_libraries(todod_boost PUBLIC Boost::headers Threads::Threads)
target_compile_definitions(todod_boost PUBLIC BOOST_JSON_NO_LIB BOOST_URL_NO_LIB
                           BOOST_ASIO_NO_DEPRECATED BOOST_ERROR_CODE_HEADER_ONLY)
if(Boost_VERSION_STRING VERSION_GREATER_EQUAL 1.83)
  set(Boost_USE_STATIC_LIBS ON)
  find_package(Boost 1.83 REQUIRED COMPONENTS url)
  target_link_libraries(todod_boost PUBLIC Boost::url)
endif()

add_library(todod_utf8 INTERFACE)
target_include_directories(todod_utf8 SYSTEM INTERFACE ${UTF8CPP_INCLUDE_DIR})
