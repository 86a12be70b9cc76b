// SPDX-License-Identifier: Apache-2.0
#include "source/rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace antre::source {

static bool startsWithAny(const QString &text, const QStringList &beginnings)
{
    return std::ranges::any_of(beginnings, [&](const QString &b) { return text.startsWith(b); });
}

// Every match of `pattern` as (offset, captured texts).
template <typename Function>
static void forEachMatch(const QString &pattern, const QString &text, Function function)
{
    auto matches
        = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext())
        function(matches.next());
}

QString layerOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    const bool layered = parts.size() > 2
        && (parts[0] == QLatin1String("core") || parts[0] == QLatin1String("ui"));
    return layered ? parts[1] : QString();
}

static void checkInclude(
    const File &file, const QRegularExpressionMatch &include, const Layers &layers, Faults &faults)
{
    const bool quoted = include.captured(1) == QLatin1String("\"");
    const QString header = include.captured(2);
    const int line = lineAt(file.text, include.capturedStart(2));
    if (header.endsWith(QLatin1String(".moc")))
        return;
    const QString target = header.contains(u'/') ? header.section(u'/', 0, 0) : QString();
    const QString layer = layerOf(file.path);
    // Programs and tests may include anything, and their own neighbours by their bare names.
    if (layer.isEmpty() || target == layer)
        return;
    if (quoted && target.isEmpty()) {
        faults << fault(file, line,
            QStringLiteral("\"%1\" names no folder; write \"%2/%1\"").arg(header, layer));
    } else if (quoted && !layers.contains(target)) {
        faults << fault(file, line,
            QStringLiteral("\"%1\" is of no layer; libraries are included with <>").arg(header));
    } else if (layers.contains(target) && !layers.value(layer).contains(target)) {
        faults << fault(file, line, QStringLiteral("%1 may not include %2").arg(layer, target));
    }
}

Faults strayArrows(const Files &files, const Layers &layers)
{
    Faults faults;
    for (const File &file : files) {
        const QString layer = layerOf(file.path);
        if (!layer.isEmpty() && file.isCode() && !layers.contains(layer))
            faults << fault(
                file, 1, QStringLiteral("folder %1 is not in the table of layers").arg(layer));
        if (file.isCode())
            forEachMatch(QStringLiteral(R"(^\s*#\s*include\s*(["<])([^">]+))"), file.text,
                [&](const auto &include) { checkInclude(file, include, layers, faults); });
        if (!layer.isEmpty() && file.name() == QLatin1String("CMakeLists.txt"))
            forEachMatch(QStringLiteral(R"(\bantre::(\w+))"), file.text, [&](const auto &link) {
                const QString target = link.captured(1);
                if (layers.contains(target) && target != layer
                    && !layers.value(layer).contains(target))
                    faults << fault(file, lineAt(file.text, link.capturedStart()),
                        QStringLiteral("%1 may not link %2").arg(layer, target));
            });
    }
    return faults;
}

Faults strayLibraries(const Files &files, const QMap<QString, QStringList> &homes)
{
    Faults faults;
    for (const File &file : files) {
        if (layerOf(file.path).isEmpty() || !file.isCode())
            continue;
        forEachMatch(
            QStringLiteral(R"(^\s*#\s*include\s*<([^>]+))"), file.text, [&](const auto &include) {
                for (auto home = homes.begin(); home != homes.end(); ++home)
                    if (include.captured(1).startsWith(home.key())
                        && !startsWithAny(file.path, home.value()))
                        faults << fault(file, lineAt(file.text, include.capturedStart(1)),
                            QStringLiteral("<%1> belongs in %2 only")
                                .arg(include.captured(1), home.value().join(u' ')));
            });
    }
    return faults;
}

Faults bannedCalls(const Files &files, const QList<Ban> &bans)
{
    Faults faults;
    for (const File &file : files) {
        if (!file.isCode())
            continue;
        const QString code = codeOnly(file.text);
        for (const Ban &ban : bans) {
            if (!startsWithAny(file.path, ban.where) || startsWithAny(file.path, ban.except))
                continue;
            forEachMatch(ban.pattern, code, [&](const auto &call) {
                faults << fault(file, lineAt(code, call.capturedStart()),
                    QStringLiteral("%1 is banned here; %2")
                        .arg(call.captured().trimmed(), ban.instead));
            });
        }
    }
    return faults;
}

Faults leftoverMarkers(const Files &files)
{
    // Put together so that this file does not contain what it looks for.
    static const QString markers = QStringLiteral(R"(\b(TO)") + QStringLiteral("DO|FIX")
        + QStringLiteral("ME|XX") + QStringLiteral(R"(X|HA)")
        + QStringLiteral(R"(CK)\b|^\s*#\s*if\s+0\b|^<<<<<<< |^>>>>>>> )");
    Faults faults;
    for (const File &file : files)
        forEachMatch(markers, file.text, [&](const auto &found) {
            faults << fault(file, lineAt(file.text, found.capturedStart()),
                QStringLiteral(
                    "%1 was left over; do it, or write down elsewhere that it is to be done")
                    .arg(found.captured().trimmed()));
        });
    return faults;
}

// The offset after the '>' that closes the '<' at `open`.
static qsizetype afterAngle(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        depth += code[i] == u'<' ? 1 : code[i] == u'>' ? -1 : 0;
        if (depth == 0)
            return i + 1;
    }
    return code.size();
}

Faults resultsThatMayBeDropped(const Files &files)
{
    static const QRegularExpression declares(QStringLiteral(R"(\G\s+[\w:]+\s*\()"));
    static const QRegularExpression boundary(
        QStringLiteral(R"([;{}]|\b(public|private|protected|Q_SIGNALS)\s*:)"));
    Faults faults;
    for (const File &file : files) {
        // Tests may do things only to see them done.
        if (!file.isHeader() || layerOf(file.path).isEmpty())
            continue;
        const QString code = codeOnly(file.text);
        forEachMatch(QStringLiteral(R"(\bResult<)"), code, [&](const auto &result) {
            const qsizetype at = result.capturedStart();
            if (!declares.match(code, afterAngle(code, result.capturedEnd() - 1)).hasMatch())
                return;
            QRegularExpressionMatch last;
            const qsizetype start = code.lastIndexOf(boundary, at, &last);
            const QString before
                = code.mid(start < 0 ? 0 : start, at - std::max<qsizetype>(start, 0));
            if (!before.contains(QLatin1String("[[nodiscard]]")))
                faults << fault(file, lineAt(code, at),
                    QStringLiteral("this Result can be dropped; write [[nodiscard]]"));
        });
    }
    return faults;
}

// Whether the CMakeLists.txt of the file's folder, or of one above it, names the file.
static bool isInTarget(const File &file, const QMap<QString, QString> &lists)
{
    for (QString folder = file.folder(); !folder.isEmpty(); folder = folder.section(u'/', 0, -2)) {
        const QString name = QRegularExpression::escape(file.path.mid(folder.size() + 1));
        const QRegularExpression word(QStringLiteral(R"((?<![\w./-])%1(?![\w.-]))").arg(name));
        if (lists.value(folder).contains(word))
            return true;
    }
    return false;
}

Faults filesInNoTarget(const Files &files)
{
    QMap<QString, QString> lists;
    for (const File &file : files)
        if (file.name() == QLatin1String("CMakeLists.txt"))
            lists[file.folder()] = file.text;
    Faults faults;
    for (const File &file : files)
        if (file.isCpp() || (file.isHeader() && !layerOf(file.path).isEmpty()))
            if (!isInTarget(file, lists))
                faults << fault(file, 1,
                    QStringLiteral("is in no target; name it in its folder's CMakeLists.txt"));
    return faults;
}

Faults missingReadmes(const Files &files)
{
    QSet<QString> folders, described;
    Faults faults;
    for (const File &file : files) {
        if (!layerOf(file.path).isEmpty() && file.isCode())
            folders << file.path.section(u'/', 0, 1);
        if (file.path.contains(u'/') && !file.path.startsWith(u'.'))
            folders << file.path.section(u'/', 0, 0);
        if (file.name() != QLatin1String("README.md"))
            continue;
        described << file.folder();
        const auto lines = file.text.trimmed().count(u'\n') + 1;
        if (!file.folder().isEmpty() && lines > 10)
            faults << fault(
                file, int(lines), QStringLiteral("a folder is described in at most 10 lines"));
    }
    for (const QString &folder : folders - described)
        faults << QStringLiteral(
            "%1/README.md:1: is missing; say what lives here, what may not, where to start")
                      .arg(folder);
    faults.sort();
    return faults;
}

static bool carriesLicence(const File &file)
{
    static const QStringList endings = {QStringLiteral(".h"), QStringLiteral(".cpp"),
        QStringLiteral(".cmake"), QStringLiteral("CMakeLists.txt"), QStringLiteral(".sql"),
        QStringLiteral(".js"), QStringLiteral(".css"), QStringLiteral(".html"),
        QStringLiteral(".py"), QStringLiteral(".sh"), QStringLiteral(".service")};
    const bool script = file.text.startsWith(QLatin1String("#!"));
    return script || std::ranges::any_of(endings, [&](const QString &end) {
        return file.path.endsWith(end);
    });
}

Faults missingLicences(const Files &files)
{
    static const QString line = QStringLiteral("SPDX-License-Identifier: Apache-2.0");
    Faults faults;
    for (const File &file : files)
        if (carriesLicence(file) && !file.text.section(u'\n', 0, 2).contains(line))
            faults << fault(file, 1, QStringLiteral("starts with no line \"%1\"").arg(line));
    return faults;
}

Faults missingPragmaOnce(const Files &files)
{
    static const QRegularExpression once(
        QStringLiteral(R"(^#pragma once$)"), QRegularExpression::MultilineOption);
    Faults faults;
    for (const File &file : files)
        if (file.isHeader() && !file.text.contains(once))
            faults << fault(file, 1, QStringLiteral("has no #pragma once"));
    return faults;
}

namespace {

// Finds function bodies by their braces. It knows no types: a brace opens a function when something
// with parentheses, that is neither a class nor an initialiser, stands before it outside of any
// function.
class FunctionFinder
{
public:
    FunctionFinder(const File &file, int lines)
        : m_file(file)
        , m_code(codeOnly(file.text))
        , m_lines(lines)
    {
    }

    Faults run()
    {
        qsizetype headStart = 0;
        for (qsizetype i = 0; i < m_code.size(); ++i) {
            const QChar c = m_code[i];
            if (c == u'{')
                open(i, headStart);
            else if (c == u'}' && !m_scopes.isEmpty())
                close(i);
            // A member's initialiser is still part of the constructor's head.
            if (c == u';' || (c == u'{' && m_scopes.last().kind != Kind::Initialiser)
                || (c == u'}' && m_closed != Kind::Initialiser))
                headStart = i + 1;
        }
        return m_faults;
    }

private:
    enum class Kind { Container, Function, Initialiser, Inner };
    struct Scope
    {
        Kind kind;
        qsizetype start;
    };

    void open(qsizetype at, qsizetype headStart)
    {
        const bool inside = !m_scopes.isEmpty() && m_scopes.last().kind != Kind::Container;
        m_scopes.append({inside ? nested() : kindOf(m_code.mid(headStart, at - headStart)), at});
    }

    Kind nested() const
    {
        return m_scopes.last().kind == Kind::Initialiser ? Kind::Initialiser : Kind::Inner;
    }

    static Kind kindOf(const QString &head)
    {
        static const QRegularExpression container(QStringLiteral(
            R"(^\s*(?:(?:public|private|protected|Q_SIGNALS)(?: \w+)?\s*:\s*|template\s*<[^{}]*>\s*)*(?:typedef\s+|inline\s+|static\s+)?(?:namespace|class|struct|union|enum|extern)\b[^()]*(?:\([^()]*\)[^()]*)?$)"));
        if (container.match(head).hasMatch())
            return Kind::Container;
        const QChar last = head.isEmpty() ? QChar() : head[head.size() - 1];
        const bool initialiser = last.isLetterOrNumber() || last == u'_' || last == u'>'
            || !head.contains(u'(') || head.trimmed().endsWith(u'=');
        return initialiser ? Kind::Initialiser : Kind::Function;
    }

    void close(qsizetype at)
    {
        const Scope scope = m_scopes.takeLast();
        m_closed = scope.kind;
        const int first = lineAt(m_code, scope.start);
        const int length = lineAt(m_code, at) - first + 1;
        if (scope.kind == Kind::Function && length > m_lines)
            m_faults << fault(m_file, first,
                QStringLiteral("a function of %1 lines; more than %2 hide their point")
                    .arg(length)
                    .arg(m_lines));
    }

    const File &m_file;
    const QString m_code;
    const int m_lines;
    QList<Scope> m_scopes;
    Kind m_closed = Kind::Container;
    Faults m_faults;
};

} // namespace

Faults longFunctions(const Files &files, int lines)
{
    Faults faults;
    for (const File &file : files)
        if (file.isCode())
            faults << FunctionFinder(file, lines).run();
    return faults;
}

Faults machinePaths(const Files &files, const QString &checkout)
{
    const QString pattern
        = QStringLiteral(R"(/(?:home|Users)/\w+|(?<![\w/])/root\b/|(?<![\w.})>-]))")
        + QRegularExpression::escape(checkout) + QStringLiteral(R"((?![\w-]))");
    Faults faults;
    for (const File &file : files)
        forEachMatch(pattern, file.text, [&](const auto &path) {
            faults << fault(file, lineAt(file.text, path.capturedStart()),
                QStringLiteral("%1 exists on one machine only").arg(path.captured()));
        });
    return faults;
}

Faults strayTopLevelEntries(const QStringList &names)
{
    static const QStringList known
        = {QStringLiteral("CMakeLists.txt"), QStringLiteral("CMakePresets.json"),
            QStringLiteral("LICENSE"), QStringLiteral("README.md"), QStringLiteral("app"),
            QStringLiteral("core"), QStringLiteral("packaging"), QStringLiteral("resources"),
            QStringLiteral("tests"), QStringLiteral("translations"), QStringLiteral("ui")};
    Faults faults;
    for (const QString &name : names)
        if (!known.contains(name) && !name.startsWith(u'.'))
            faults << QStringLiteral("%1:1: has no place at the root").arg(name);
    for (const QString &name : known)
        if (!names.contains(name))
            faults << QStringLiteral("%1:1: is missing at the root").arg(name);
    return faults;
}

} // namespace antre::source
