// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace antre {

/// How a printer tells that it has carried out all before a question.
enum class ReceiptKind {
    ProcessId, ///< GS ( H function 48, with an id, once the paper is out: Epson
    Status, ///< GS r 1, in its turn: most others
    None,
};

/// Whether a printer answers DLE EOT, which can be asked at any time.
enum class AnswerHabit {
    Always, ///< silent, it is broken: nothing is sent
    Maybe, ///< not known: silent, it is taken for one that never answers
    Never,
};

/// What has to be known of a receipt printer to drive it. Kept in resources/printers/models.json,
/// fields of the same names.
struct PrinterModel
{
    QString id; ///< what options and URIs name: "epson-tm"
    QString name; ///< for people
    int width = 576; ///< dots a line
    int dotsPerMm = 8;
    int stepsPerDot = 1; ///< of ESC J and ESC 3; 2 where the vertical motion unit is half a dot
    bool cutter = true;
    int headToCutterMm = 14; ///< or to the tear bar
    int codePage = 0; ///< n of ESC t that is CP437
    AnswerHabit answers = AnswerHabit::Maybe;
    bool automaticStatus = true; ///< knows GS a
    ReceiptKind receipt = ReceiptKind::Status;
    bool clearsBuffer = false; ///< knows DLE DC4 8
    /// Send in pieces, each after the one before was answered (GS r): little is left in a printer
    /// that stops.
    bool paced = true;
    bool nativeQr = false; ///< knows GS ( k
    bool fullRaster = false; ///< swallows a whole slip as pictures fast enough
    int rollMetres = 80;
    friend bool operator==(const PrinterModel &, const PrinterModel &) = default;
};

/// Strict: every field must be there and no other. Errors: Invalid, with one sentence that names
/// the place, what is wrong and what would be right.
[[nodiscard]] Result<std::vector<PrinterModel>> readPrinterModels(const QByteArray &json);

/// Those that come with the program.
[[nodiscard]] const std::vector<PrinterModel> &printerModels();

/// Errors: NotFound, with a sentence that lists the known ones.
[[nodiscard]] Result<PrinterModel> printerModel(const QString &id);

} // namespace antre
