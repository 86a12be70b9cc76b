# SPDX-License-Identifier: Apache-2.0
# Makes the target `qzxing`: the QR reader and writer of QZXing 3.3.0, without its QML and camera parts.
#
# Debian ships QZXing built for Qt 5 only, and its own build file knows no other; its sources compile with
# Qt 6 as they are. So the sources come from Debian's source package and are listed here. In this order:
#   QZXING_SOURCE_DIR  an unpacked source tree (a Debian package build ships it as a component tarball)
#   QZXING_TARBALL     Debian's original tarball, for machines without network
#   otherwise          the machine's Debian mirror, kept in QZXING_CACHE_DIR for the next fresh build folder
set(QZXING_SOURCE_DIR "" CACHE PATH "Unpacked source tree of QZXing 3.3.0")
set(QZXING_TARBALL "" CACHE FILEPATH "Debian's qzxing_3.3.0+dfsg.orig.tar.xz")
if(DEFINED ENV{XDG_CACHE_HOME})
  set(_antre_cache "$ENV{XDG_CACHE_HOME}/antre")
elseif(DEFINED ENV{HOME} AND NOT "$ENV{HOME}" STREQUAL "/nonexistent")
  set(_antre_cache "$ENV{HOME}/.cache/antre")
else()
  set(_antre_cache "${CMAKE_BINARY_DIR}/download")
endif()
set(QZXING_CACHE_DIR "${_antre_cache}" CACHE PATH "Where a downloaded QZXing tarball is kept")

function(antre_qzxing_tree result)
  if(QZXING_SOURCE_DIR)
    set(${result} "${QZXING_SOURCE_DIR}" PARENT_SCOPE)
    return()
  endif()
  set(name "qzxing_3.3.0+dfsg.orig.tar.xz")
  set(sha256 77a1be8df6b00c14583e04a6409ccdb4c26303f2d0e5b4e4ab2bec9a00cdad72)
  set(tarball "${QZXING_TARBALL}")
  if(NOT tarball)
    set(tarball "${QZXING_CACHE_DIR}/${name}")
    if(NOT EXISTS "${tarball}")
      message(STATUS "Fetching ${name} from the Debian mirror into ${QZXING_CACHE_DIR}")
    endif()
    execute_process(
      COMMAND "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/fetch-debian-source.sh"
              qzxing 3.3.0+dfsg "${name}" ${sha256} "${QZXING_CACHE_DIR}"
      OUTPUT_VARIABLE log ERROR_VARIABLE log RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "Could not fetch QZXing's sources. Without network, pass -DQZXING_TARBALL=/path/${name}\n${log}")
    endif()
  endif()
  file(SHA256 "${tarball}" found)
  if(NOT found STREQUAL sha256)
    message(FATAL_ERROR "${tarball} is not Debian's ${name}: its SHA-256 is ${found}, not ${sha256}")
  endif()
  set(tree "${CMAKE_BINARY_DIR}/qzxing")
  if(NOT EXISTS "${tree}/src/QZXing.h")
    file(REMOVE_RECURSE "${tree}" "${tree}.unpacked")
    file(ARCHIVE_EXTRACT INPUT "${tarball}" DESTINATION "${tree}.unpacked")
    file(GLOB top "${tree}.unpacked/*")
    file(RENAME "${top}" "${tree}")
    file(REMOVE_RECURSE "${tree}.unpacked")
  endif()
  set(${result} "${tree}" PARENT_SCOPE)
endfunction()

antre_qzxing_tree(_qzxing_tree)
set(_qzxing "${_qzxing_tree}/src")
file(GLOB _qzxing_sources
  "${_qzxing}/zxing/bigint/*.cc"
  "${_qzxing}/zxing/zxing/*.cpp"
  "${_qzxing}/zxing/zxing/common/*.cpp"
  "${_qzxing}/zxing/zxing/common/detector/*.cpp"
  "${_qzxing}/zxing/zxing/common/reedsolomon/*.cpp"
  "${_qzxing}/zxing/zxing/qrcode/*.cpp"
  "${_qzxing}/zxing/zxing/qrcode/decoder/*.cpp"
  "${_qzxing}/zxing/zxing/qrcode/detector/*.cpp"
  "${_qzxing}/zxing/zxing/qrcode/encoder/*.cpp")
add_library(qzxing STATIC ${_qzxing_sources}
  "${_qzxing}/QZXing.cpp" "${_qzxing}/QZXing.h" "${_qzxing}/QZXing_global.h"
  "${_qzxing}/CameraImageWrapper.cpp" "${_qzxing}/ImageHandler.cpp" "${_qzxing}/ImageHandler.h")
# Not our code: no warnings, no linter; joined files build in a fifth of the time.
set_target_properties(qzxing PROPERTIES
  AUTOMOC ON CXX_STANDARD 17 UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 40 CXX_CLANG_TIDY "")
# GCC prints half a remark, despite -w, where an operator is defined that only a friend declaration named.
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/qzxing-declared.h" CONTENT
"#include <iosfwd>
namespace zxing { class Result; std::ostream &operator<<(std::ostream &, Result &); }
")
target_compile_options(qzxing PRIVATE -w -include "${CMAKE_BINARY_DIR}/qzxing-declared.h")
target_include_directories(qzxing SYSTEM PUBLIC "${_qzxing}" "${_qzxing}/zxing")
target_compile_definitions(qzxing PUBLIC
  DISABLE_LIBRARY_FEATURES ENABLE_ENCODER_GENERIC ENABLE_ENCODER_QR_CODE ENABLE_DECODER_QR_CODE)
target_link_libraries(qzxing PUBLIC Qt6::Core Qt6::Gui)
