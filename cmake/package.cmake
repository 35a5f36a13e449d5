# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
# What is installed where, and the Debian package: `cpack -G DEB` in the build folder (tools/package does it all).

include(GNUInstallDirs)
find_program(GZIP gzip REQUIRED)

set(package_files ${CMAKE_BINARY_DIR}/package_files)
# Compressed as Debian's policy has it, without name and time, so that two builds are the same byte for byte.
function(todod_install_compressed file as destination)
  set(packed ${package_files}/${as}.gz)
  file(MAKE_DIRECTORY ${package_files})
  execute_process(COMMAND ${GZIP} -9nc ${file} OUTPUT_FILE ${packed} COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  install(FILES ${packed} DESTINATION ${destination})
endfunction()

# The settings file of the package is .env.example with another first lines.
file(READ ${CMAKE_SOURCE_DIR}/.env.example example)
string(FIND "${example}" "\n# --- " settings_begin)
string(SUBSTRING "${example}" ${settings_begin} -1 settings_text)
file(READ ${CMAKE_SOURCE_DIR}/deploy/debian/todod.env.head settings_head)
file(CONFIGURE OUTPUT ${package_files}/todod.env CONTENT "${settings_head}${settings_text}" @ONLY)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/.env.example
             ${CMAKE_SOURCE_DIR}/deploy/debian/todod.env.head)

set(doc ${CMAKE_INSTALL_DATAROOTDIR}/doc/todod)
set(deploy ${CMAKE_SOURCE_DIR}/deploy)
install(TARGETS todod DESTINATION bin)
install(FILES ${deploy}/systemd/todod.service ${deploy}/systemd/todod.socket DESTINATION lib/systemd/system)
install(FILES ${deploy}/systemd/sysusers.conf DESTINATION lib/sysusers.d RENAME todod.conf)
install(FILES ${package_files}/todod.env DESTINATION /etc/todod)
install(FILES ${deploy}/debian/completion.bash DESTINATION share/bash-completion/completions RENAME todod)
install(FILES ${deploy}/debian/copyright DESTINATION ${doc})
todod_install_compressed(${deploy}/debian/changelog changelog.Debian ${doc})
todod_install_compressed(${CMAKE_SOURCE_DIR}/CHANGELOG.md changelog ${doc})
todod_install_compressed(${deploy}/man/todod.1 todod.1 share/man/man1)
todod_install_compressed(${deploy}/man/todod.env.5 todod.env.5 share/man/man5)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME todod)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "the todod authors <maintainers@todod.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "ca-certificates, systemd | systemd-standalone-sysusers, init-system-helpers (>= 1.54)")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql, sqlite3, bash-completion")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${deploy}/debian/postinst ${deploy}/debian/prerm ${deploy}/debian/postrm
    ${deploy}/debian/conffiles)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "backend for personal todo apps")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A server that stores each user's tasks and serves them over REST: it takes
the JSON Web Tokens that Better Auth (or any issuer with a key set or a
shared secret) gives out, and keeps the tasks in PostgreSQL or in an embedded
SQLite file. No user sees what is another's.
.
The package runs it as a service of systemd, on the loopback address until
told otherwise in /etc/todod/todod.env.")
include(CPack)
