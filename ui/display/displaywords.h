// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"

#include <QCoreApplication>
#include <QStringList>

namespace antre {

/// The hall's sentences, in the language of the installed translator; times are written as
/// `language` writes them. Interface thread.
class DisplayWords
{
    Q_DECLARE_TR_FUNCTIONS(antre::DisplayWords)

public:
    explicit DisplayWords(QString language)
        : m_language(std::move(language))
    {
    }
    /// One or two short lines in place of a number.
    [[nodiscard]] QString deskNote(const ShownDesk &desk) const;
    /// Each notice a sentence without a full stop, most urgent first.
    [[nodiscard]] QStringList notices(const std::vector<ShownNotice> &notices) const;
    /// "Network lost. As of 09:28."; on another day than `today` with the date.
    [[nodiscard]] QString stale(const KnownUntil &asOf, BusinessDay today) const;
    /// What to expect of this screen, below the board.
    [[nodiscard]] static QString promise(const DisplayView &view);
    /// Beside the code of the phones' pages.
    [[nodiscard]] static QString phones();
    /// Whether the hall hears more than a chime at this hour.
    [[nodiscard]] static bool speaks(const DisplayView &view);
    /// What staff should know of a voice that is not well; empty when it is.
    [[nodiscard]] static QString staffVoice(VoiceHealth voice);
    /// That these files can't be shown; empty when there are none.
    [[nodiscard]] static QString staffFiles(const QStringList &files);
    [[nodiscard]] static QString staffNoPictures();
    [[nodiscard]] static QString staffDisk();
    [[nodiscard]] static QString staffCounters(const QStringList &unknown);
    /// On the page Rest: when the mall opens again, or that nothing is known yet.
    [[nodiscard]] QString rest(const DisplayView &view) const;

private:
    [[nodiscard]] QString notice(const ShownNotice &notice) const;
    [[nodiscard]] QString withReason(const QString &notice, const ServiceStatus &status) const;
    [[nodiscard]] QString opensAgain(const LocalTime &when) const;

    QString m_language;
};

} // namespace antre
