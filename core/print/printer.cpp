// SPDX-License-Identifier: Apache-2.0
#include "print/printer.h"
