# SPDX-License-Identifier: Apache-2.0
# The Debian packages: which program goes into which, and what each asks for beside the shared libraries, which are
# found by themselves. packaging/package makes them. Translations, catalogues, icons, sounds, web pages, migrations and
# printer models are inside the programs.

# The presets install to /usr: CUPS looks for back-ends only there.
# Installing takes what is built: tests need not be.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(debian "${PROJECT_SOURCE_DIR}/packaging/debian")
set(scratch "${PROJECT_BINARY_DIR}/packages")
file(READ /etc/os-release release)
string(REGEX MATCH "VERSION_ID=\"?([0-9]+)" found "${release}")
# Later than the same version built on an older Debian, whose libraries have other names.
set(CPACK_DEBIAN_PACKAGE_RELEASE "1~deb${CMAKE_MATCH_1}")
set(deb_version "${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")

# antre_package(NAME DEPENDS ... RECOMMENDS ... SUMMARY "one line" TEXT "a sentence" [UNIT START restart ENABLE true])
# UNIT: it has NAME.service and NAME.default beside this.
function(antre_package name)
  cmake_parse_arguments(P "UNIT" "SUMMARY;TEXT;START;ENABLE" "DEPENDS;RECOMMENDS;CONTROL" ${ARGN})
  string(TOUPPER ${name} key)
  set(doc share/doc/${name})
  install(FILES "${debian}/copyright" DESTINATION ${doc} COMPONENT ${name})
  file(WRITE "${scratch}/${name}/changelog"
    "antre (${deb_version}) unstable; urgency=medium\n\n  * Built from the source tree.\n\n"
    " -- Antre <antre@localhost>  Thu, 01 Jan 2026 00:00:00 +0000\n")
  execute_process(COMMAND gzip -9nf "${scratch}/${name}/changelog" COMMAND_ERROR_IS_FATAL ANY)
  install(FILES "${scratch}/${name}/changelog.gz" DESTINATION ${doc} RENAME changelog.Debian.gz COMPONENT ${name})
  set(control ${P_CONTROL})
  if(P_UNIT)
    install(FILES "${debian}/${name}.service" DESTINATION lib/systemd/system COMPONENT ${name})
    install(FILES "${debian}/${name}.default" DESTINATION /etc/default RENAME ${name} COMPONENT ${name})
    set(UNIT ${name}.service)
    set(START ${P_START})
    set(ENABLE ${P_ENABLE})
    foreach(script IN ITEMS postinst prerm postrm)
      configure_file("${debian}/${script}.in" "${scratch}/${name}/${script}" @ONLY)
      list(APPEND control "${scratch}/${name}/${script}")
    endforeach()
    file(WRITE "${scratch}/${name}/conffiles" "/etc/default/${name}\n")
    list(APPEND control "${scratch}/${name}/conffiles")
  endif()
  list(JOIN P_DEPENDS ", " depends)
  list(JOIN P_RECOMMENDS ", " recommends)
  foreach(setting IN ITEMS "PACKAGE_NAME ${name}" "FILE_NAME DEB-DEFAULT" "PACKAGE_DEPENDS ${depends}"
                           "PACKAGE_RECOMMENDS ${recommends}" "PACKAGE_SECTION misc"
                           "DESCRIPTION ${P_SUMMARY}\n${P_TEXT}")
    string(FIND "${setting}" " " at)
    string(SUBSTRING "${setting}" 0 ${at} variable)
    math(EXPR at "${at} + 1")
    string(SUBSTRING "${setting}" ${at} -1 value)
    set(CPACK_DEBIAN_${key}_${variable} "${value}" PARENT_SCOPE)
  endforeach()
  set(CPACK_DEBIAN_${key}_PACKAGE_CONTROL_EXTRA "${control}" PARENT_SCOPE)
  set(CPACK_COMPONENTS_ALL ${CPACK_COMPONENTS_ALL} ${name} PARENT_SCOPE)
endfunction()

set(same "antre-common (= ${deb_version})")
set(screen fonts-clear-sans libqt6sql6-sqlite "${same}")
set(session cage xwayland qt6-wayland libpam-systemd)

antre_package(antre-common
  SUMMARY "Queue system of a public service mall: tools"
  TEXT "The tool antrectl, which sets up a mall, checks catalogues, slips and printers and looks after journals; and the user as whom Antre's services run."
  DEPENDS libqt6sql6-sqlite fonts-terminus-otb "systemd | systemd-standalone-sysusers | systemd-sysusers"
          "systemd | systemd-standalone-tmpfiles | systemd-tmpfiles"
  CONTROL ${debian}/common/postinst)
antre_package(antre-service UNIT START restart ENABLE true
  SUMMARY "Queue system of a public service mall: the central service"
  TEXT "Keeps the mall's journal, answers kiosks, counters and displays, and shows a ticket's page on the web."
  DEPENDS libqt6sql6-sqlite "${same}")
antre_package(antre-web
  SUMMARY "Queue system of a public service mall: the phones' pages"
  TEXT "Publishes the pages on which visitors take and follow a number with their own phone: this machine's nginx with TLS and limits. The certificate is self-signed until another is put in /etc/antre/web."
  DEPENDS nginx openssl
  RECOMMENDS antre-service
  CONTROL ${debian}/web/postinst ${debian}/web/postrm ${scratch}/antre-web/conffiles)
file(WRITE "${scratch}/antre-web/conffiles" "/etc/antre/web/nginx.conf\n/etc/antre/web/antre.conf\n")
antre_package(antre-kiosk UNIT START try-restart ENABLE false
  SUMMARY "Queue system of a public service mall: the kiosk"
  TEXT "Visitors touch what they come for and get a printed number, with or without a network. Switch the session on with: systemctl enable --now antre-kiosk"
  DEPENDS ${screen} fonts-terminus-otb fonts-dejavu-core
  RECOMMENDS ${session} antre-escpos cups-daemon cups-client alsa-utils)
antre_package(antre-counter
  SUMMARY "Queue system of a public service mall: the officer's console"
  TEXT "Officers call, serve, park and transfer visitors' numbers."
  DEPENDS ${screen})
antre_package(antre-display UNIT START try-restart ENABLE false
  SUMMARY "Queue system of a public service mall: the screen in the hall"
  TEXT "Shows and speaks each call. Switch the session on with: systemctl enable --now antre-display"
  DEPENDS ${screen}
  RECOMMENDS ${session} espeak-ng)
antre_package(antre-escpos
  SUMMARY "CUPS back-end for receipt printers that says what became of a slip"
  TEXT "Prints on ESC/POS printers on the network or USB, and tells printed from sent and not printed. Also finds printers that are out of paper before anything is sent."
  DEPENDS cups-daemon)

install(TARGETS antrectl DESTINATION bin COMPONENT antre-common)
foreach(program IN ITEMS service kiosk counter display)
  install(TARGETS antre-${program} DESTINATION bin COMPONENT antre-${program})
endforeach()
install(FILES "${debian}/antre.sysusers" DESTINATION lib/sysusers.d RENAME antre.conf COMPONENT antre-common)
install(FILES "${debian}/antre.tmpfiles" DESTINATION lib/tmpfiles.d RENAME antre.conf COMPONENT antre-common)
install(FILES "${PROJECT_SOURCE_DIR}/resources/catalogue/mpp-bengkulu.json" DESTINATION share/antre/catalogue
  COMPONENT antre-common)
install(FILES "${debian}/antre-counter.desktop" DESTINATION share/applications COMPONENT antre-counter)
install(FILES "${PROJECT_SOURCE_DIR}/resources/look/mark.svg" DESTINATION share/icons/hicolor/scalable/apps
  RENAME antre-counter.svg COMPONENT antre-counter)
# CUPS runs a back-end that others may read and run as the user lp; it takes none that anybody else may write.
install(PROGRAMS $<TARGET_FILE:antre-escpos-backend> DESTINATION lib/cups/backend RENAME escpos COMPONENT antre-escpos)
install(CODE "execute_process(COMMAND \"${CMAKE_STRIP}\" \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/lib/cups/backend/escpos\"
  COMMAND_ERROR_IS_FATAL ANY)" COMPONENT antre-escpos)

# For IPv4 and IPv6 alike, whatever name the phones know the machine by.
set(nginx "${PROJECT_SOURCE_DIR}/packaging/nginx")
foreach(setting IN ITEMS "UPSTREAM 127.0.0.1:8080" "LISTEN_HTTP 80;\n    listen [::]:80"
                         "LISTEN_HTTPS 443 ssl http2;\n    listen [::]:443" "HTTPS_PORT "
                         "CERTIFICATE /etc/antre/web/certificate.pem" "KEY /etc/antre/web/key.pem"
                         "ACCESS_LOG /var/log/nginx/antre.log")
  string(REGEX MATCH "^([^ ]+) (.*)$" found "${setting}")
  set(${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
endforeach()
configure_file("${nginx}/antre.conf.in" "${scratch}/antre-web/antre.conf" @ONLY)
install(FILES "${nginx}/nginx.conf" "${scratch}/antre-web/antre.conf" DESTINATION /etc/antre/web COMPONENT antre-web)
install(PROGRAMS "${nginx}/certificate" DESTINATION share/antre/web COMPONENT antre-web)
install(FILES "${debian}/web/nginx.service.conf" DESTINATION lib/systemd/system/nginx.service.d RENAME antre.conf
  COMPONENT antre-web)

if(TARGET antre-escpos-printerapp)
  antre_package(antre-printerapp
    SUMMARY "Printer application for receipt printers, the way on after CUPS 2"
    TEXT "Does what the back-end of antre-escpos does, without CUPS.")
  install(TARGETS antre-escpos-printerapp DESTINATION bin COMPONENT antre-printerapp)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME antre)
set(CPACK_PACKAGE_CONTACT "Antre <antre@localhost>")
set(CPACK_PACKAGE_DIRECTORY "${scratch}")
set(CPACK_SET_DESTDIR ON) # /etc and /usr alike
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
