// SPDX-License-Identifier: Apache-2.0
#include "antrectl/options.h"

namespace antre {

Options::Options(const Verb &verb)
    : m_verb(verb)
{
    add(QStringLiteral("help"), QStringLiteral("Show this help."));
}

void Options::add(const QString &name, const QString &description, const QString &value,
    const QString &defaultValue)
{
    const QCommandLineOption option(name, description, value, defaultValue);
    m_parser.addOption(option);
    m_options.append(option);
}

QString Options::help() const
{
    constexpr int column = 24;
    QString text = QStringLiteral("Usage: antrectl %1 [options] %2\n\n%3\n\nOptions:")
                       .arg(m_verb.name(), m_verb.arguments, m_verb.summary);
    for (const QCommandLineOption &option : m_options) {
        const QString form
            = QStringLiteral("  --%1 %2").arg(option.names().constFirst(), option.valueName());
        text += QLatin1Char('\n') + form.leftJustified(column) + option.description();
        if (!option.defaultValues().isEmpty() && !option.defaultValues().constFirst().isEmpty())
            text += QStringLiteral(" [%1]").arg(option.defaultValues().constFirst());
    }
    return text;
}

std::optional<Exit> Options::parse(const QStringList &arguments, int positionals)
{
    const bool understood = m_parser.parse(QStringList{QStringLiteral("antrectl")} + arguments);
    if (understood && m_parser.isSet(QStringLiteral("help"))) {
        print(help());
        return Exit::Success;
    }
    if (understood && m_parser.positionalArguments().size() == positionals)
        return std::nullopt;
    complain(understood ? QStringLiteral("antrectl: %1 takes %2 argument(s), not %3.")
                              .arg(m_verb.name())
                              .arg(positionals)
                              .arg(m_parser.positionalArguments().size())
                        : QStringLiteral("antrectl: %1").arg(m_parser.errorText()));
    complain(QStringLiteral("'antrectl %1 --help' shows how.").arg(m_verb.name()));
    return Exit::Usage;
}

std::optional<double> Options::number(const QString &name, double min, double max) const
{
    bool ok = false;
    const double value = text(name).toDouble(&ok);
    if (ok && value >= min && value <= max)
        return value;
    complain(QStringLiteral("antrectl: --%1 is a number from %2 to %3, not \"%4\".")
                 .arg(name)
                 .arg(min)
                 .arg(max)
                 .arg(text(name)));
    return std::nullopt;
}

std::optional<int> Options::integer(const QString &name, int min, int max) const
{
    bool ok = false;
    const int value = text(name).toInt(&ok);
    if (ok && value >= min && value <= max)
        return value;
    complain(QStringLiteral("antrectl: --%1 is a whole number from %2 to %3, not \"%4\".")
                 .arg(name)
                 .arg(min)
                 .arg(max)
                 .arg(text(name)));
    return std::nullopt;
}

} // namespace antre
