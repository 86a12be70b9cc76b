// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace antre {

/// Where the source stands, without a slash at its end. The path is compiled into one small file only: were it a macro of
/// every test, no test compiled in one folder could be reused in another.
QString sourceRoot();

/// A file of the source, e.g. sourcePath("tests/data/catalogue-small.json").
QString sourcePath(const char *relative);

/// A program of the build that this test belongs to, e.g. programPath("antre-service").
QString programPath(const char *name);

} // namespace antre
