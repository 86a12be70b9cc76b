// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "antrectl/verb.h"

#include <QCommandLineParser>

#include <optional>

namespace antre {

/// A verb's command line. parse() says what is wrong, or prints the verb's help, and then gives the
/// exit code with which the verb ends; nothing when the verb may start.
class Options
{
public:
    explicit Options(const Verb &verb);
    /// `value` empty: a switch without a value.
    void add(const QString &name, const QString &description, const QString &value = {},
        const QString &defaultValue = {});
    [[nodiscard]] std::optional<Exit> parse(const QStringList &arguments, int positionals);

    [[nodiscard]] QStringList positionals() const { return m_parser.positionalArguments(); }
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString text(const QString &name) const { return m_parser.value(name); }
    /// A number from `min` to `max`; complains and gives nothing when it is none.
    [[nodiscard]] std::optional<double> number(const QString &name, double min, double max) const;
    [[nodiscard]] std::optional<int> integer(const QString &name, int min, int max) const;

private:
    [[nodiscard]] QString help() const;

    const Verb &m_verb;
    QCommandLineParser m_parser;
    QList<QCommandLineOption> m_options;
};

} // namespace antre
