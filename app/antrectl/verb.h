// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace antre {

/// What antrectl's exit code says; scripts rely on it.
enum class Exit {
    Success = 0,
    Failure
    = 1, ///< done, and the answer is no: a fault, a difference, something that can't be reached
    Usage = 2, ///< the command line makes no sense; nothing was done
};

/// One thing that antrectl can do, named by one or two words: "catalogue check".
struct Verb
{
    QStringList words;
    QString arguments; ///< as help shows them: "FILE"
    QString summary; ///< one line
    /// `arguments` are those after the verb's words.
    Exit (*run)(const Verb &verb, const QStringList &arguments);

    [[nodiscard]] QString name() const { return words.join(QLatin1Char(' ')); }
};

[[nodiscard]] const std::vector<Verb> &verbs();

/// A line on standard output or standard error, in UTF-8.
void print(const QString &line);
void complain(const QString &line);

Exit checkCatalogue(const Verb &verb, const QStringList &arguments);
Exit publishCatalogue(const Verb &verb, const QStringList &arguments);
Exit createSite(const Verb &verb, const QStringList &arguments);
Exit enrolTerminal(const Verb &verb, const QStringList &arguments);
Exit inviteTerminal(const Verb &verb, const QStringList &arguments);
Exit revokeTerminal(const Verb &verb, const QStringList &arguments);
Exit setOfficer(const Verb &verb, const QStringList &arguments);
Exit setOfficerPassword(const Verb &verb, const QStringList &arguments);
Exit removeOfficer(const Verb &verb, const QStringList &arguments);
Exit officerRights(const Verb &verb, const QStringList &arguments);
Exit closeScope(const Verb &verb, const QStringList &arguments);
Exit reopenScope(const Verb &verb, const QStringList &arguments);
Exit backUpSite(const Verb &verb, const QStringList &arguments);
Exit restoreSite(const Verb &verb, const QStringList &arguments);
Exit reportDayVerb(const Verb &verb, const QStringList &arguments);
Exit checkPrinterVerb(const Verb &verb, const QStringList &arguments);
Exit examine(const Verb &verb, const QStringList &arguments);
Exit previewSlip(const Verb &verb, const QStringList &arguments);
Exit printSlip(const Verb &verb, const QStringList &arguments);
Exit rehearse(const Verb &verb, const QStringList &arguments);

} // namespace antre
