# SPDX-License-Identifier: Apache-2.0
# How every target of Antre is built: language, warnings, cache, precompiled headers, and the one-line
# functions antre_library(), antre_program(), antre_test() and antre_support().

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

# Not CMake's POSITION_INDEPENDENT_CODE: programs would get -fPIE, and could not borrow a library's headers.
add_compile_options(-fPIC)

option(ANTRE_PCH "Precompile the headers that most files share" ON)
option(ANTRE_WERROR "Treat warnings as errors (on in CI)" OFF)
option(ANTRE_LONG_TESTS "Build the tests of the preset long and the benchmarks (off in CI)" ON)
set(ANTRE_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined or thread")

# ccache can only reuse objects built on a precompiled header when it may trust the header's own check.
find_program(ANTRE_CCACHE ccache)
if(ANTRE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${ANTRE_CCACHE}")
  # A file's own name, as asserts and tests print it, is the same in every clone, so that clones share objects.
  add_compile_options("-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=")
  if(ANTRE_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-fpch-preprocess)
  endif()
endif()

# Links in a tenth of the time, and there are many programs.
find_program(ANTRE_MOLD mold)
if(ANTRE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(antre_options INTERFACE)
target_compile_options(antre_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Werror=switch -Werror=return-type -Werror=unused-result)
# GCC 12 to 14 merge functions that differ only in the table they read, and then take the tables for one.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(antre_options INTERFACE -Wno-array-bounds)
endif()
# A class in a .cpp file may use that file's unnamed namespace; GCC takes a joined file for a header.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(antre_options INTERFACE -Wno-subobject-linkage)
endif()
if(ANTRE_WERROR)
  target_compile_options(antre_options INTERFACE -Werror)
endif()
# What Qt calls old only after 6.4, the oldest Qt here, has no replacement that 6.4 knows.
target_compile_definitions(antre_options INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
  ANTRE_VERSION="${PROJECT_VERSION}")
# A test's own code is written once and run once: what it calls is what must be fast.
set(ANTRE_TEST_OPTIMISATION $<$<CONFIG:Release>:-O0>)
if(ANTRE_SANITIZE)
  add_compile_options(-fsanitize=${ANTRE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${ANTRE_SANITIZE})
endif()

# Headers that nearly every file includes, compiled once for each kind of code: few targets own them, all others
# borrow. The domain's values are among them where a target uses them: to read them takes longer than most files take.
set(ANTRE_PCH_CORE <QString> <QByteArray> <QHash> <QList> <QJsonObject> <QJsonArray> <QJsonDocument>
    <chrono> <map> <memory> <optional> <variant> <vector> <functional> <algorithm>)
set(ANTRE_PCH_DOMAIN ${ANTRE_PCH_CORE} <domain/decide.h>)
set(ANTRE_PCH_UI ${ANTRE_PCH_DOMAIN} <QWidget> <QPainter> <QTimer>)
file(WRITE "${CMAKE_BINARY_DIR}/pch.cpp" "")

# antre_pch_owner(TARGET headers...): called once Qt is found.
function(antre_pch_owner name link)
  add_library(${name} STATIC "${CMAKE_BINARY_DIR}/pch.cpp")
  target_link_libraries(${name} PUBLIC ${link} PRIVATE antre_options)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/core")
  target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

# Files that give a name of their own, in an unnamed namespace, to what a neighbour names alike. The preset ci compiles
# a folder's files joined, twenty at a time, which takes half the time; these stay by themselves.
function(antre_alone)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# antre_code(TARGET PCH-OWNER): what all of Antre's own code has.
# moc runs only where it has something to do: elsewhere it would add an empty file to every target.
function(antre_code target owner)
  target_link_libraries(${target} PRIVATE antre_options)
  # Widgets' files name alike what they measure, each its own: fewer of them can be joined.
  if(owner MATCHES "ui")
    set_target_properties(${target} PROPERTIES UNITY_BUILD_BATCH_SIZE 8)
  endif()
  if(ANTRE_PCH)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  endif()
  get_target_property(files ${target} SOURCES)
  get_target_property(folder ${target} SOURCE_DIR)
  foreach(file IN LISTS files)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${folder}")
    cmake_path(REPLACE_EXTENSION file LAST_ONLY .h OUTPUT_VARIABLE header)
    foreach(path IN ITEMS "${file}" "${header}")
      if(EXISTS "${path}")
        file(STRINGS "${path}" found REGEX "^[ \t]*Q_(OBJECT|GADGET|NAMESPACE)" LIMIT_COUNT 1)
        if(found)
          set_target_properties(${target} PROPERTIES AUTOMOC ON)
          return()
        endif()
      endif()
    endforeach()
  endforeach()
endfunction()

# The libraries that know nothing of the domain borrow the headers without it.
set(ANTRE_WITHOUT_DOMAIN base journal escpossession scan scanners app_process)

# antre_library(NAME SOURCES a.cpp HEADERS a.h LINK antre::base PRIVATE_LINK Qt6::Sql [UI])
# Headers are found as "folder/file.h" from core/ or ui/. LINK shows in headers, PRIVATE_LINK does not.
function(antre_library name)
  cmake_parse_arguments(A "UI" "" "SOURCES;HEADERS;LINK;PRIVATE_LINK" ${ARGN})
  add_library(antre_${name} STATIC ${A_SOURCES} ${A_HEADERS})
  add_library(antre::${name} ALIAS antre_${name})
  get_filename_component(root "${CMAKE_CURRENT_SOURCE_DIR}" DIRECTORY)
  target_include_directories(antre_${name} PUBLIC "${root}")
  target_link_libraries(antre_${name} PUBLIC ${A_LINK} PRIVATE ${A_PRIVATE_LINK})
  if(A_UI)
    antre_code(antre_${name} antre_pch_ui)
  elseif(NOT name IN_LIST ANTRE_WITHOUT_DOMAIN)
    antre_code(antre_${name} antre_pch_domain)
  else()
    antre_code(antre_${name} antre_pch_core)
  endif()
endfunction()

# antre_program(NAME SOURCES main.cpp LINK antre::service [UI])
function(antre_program name)
  cmake_parse_arguments(A "UI" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${A_SOURCES})
  target_link_libraries(${name} PRIVATE ${A_LINK})
  if(A_UI)
    antre_code(${name} antre_pch_ui)
  else()
    antre_code(${name} antre_pch_domain)
  endif()
endfunction()

# antre_support(NAME SOURCES a.cpp a.h LINK antre::domain PRIVATE_LINK antre::scan)
# What several tests or benches share; its headers are found as "folder/file.h" from tests/.
function(antre_support name)
  cmake_parse_arguments(A "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  add_library(${name} STATIC ${A_SOURCES})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${name} PUBLIC ${A_LINK} PRIVATE ${A_PRIVATE_LINK})
  antre_code(${name} antre_pch_domain)
endfunction()

# antre_test(NAME SOURCES a_test.cpp LINK antre::domain [GUI] [LABELS long] [TIMEOUT seconds])
# One program of Catch2 sentences; ctest lists and runs each sentence by itself, in the environment of its
# preset. At most one label: Catch2's scripts split a list.
# Labels that presets know: long (only in the preset long), process (starts other processes by QProcess, at which
# clang 14's ThreadSanitizer stops), source (reads the source, so sanitizers find nothing).
function(antre_test name)
  cmake_parse_arguments(A "GUI" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
  if(A_LABELS STREQUAL "long" AND NOT ANTRE_LONG_TESTS)
    return()
  endif()
  if(NOT A_TIMEOUT)
    set(A_TIMEOUT 120)
  endif()
  add_executable(test_${name} ${A_SOURCES})
  set(main antre_test_main)
  if(A_GUI)
    set(main antre_test_gui_main)
  endif()
  target_link_libraries(test_${name} PRIVATE ${main} ${A_LINK})
  antre_code(test_${name} ${main})
  target_compile_options(test_${name} PRIVATE ${ANTRE_TEST_OPTIMISATION})
  if(A_LABELS)
    set(labels LABELS "${A_LABELS}")
  endif()
  catch_discover_tests(test_${name} TEST_PREFIX "${name}: " PROPERTIES TIMEOUT ${A_TIMEOUT} ${labels})
endfunction()
