// SPDX-License-Identifier: Apache-2.0
#include "print/escpossteps.h"

#include <map>

namespace antre {

namespace {

enum class After { Setting, Line, Cut };

/// One command at the front: its length (0: not known, or not whole) and what it leaves behind.
struct Command
{
    qsizetype size = 0;
    After after = After::Setting;
};

/// A picture of this size is a piece of its own: the number and the code are such pictures, and
/// should either be printed now or not be in the printer.
constexpr qsizetype bigBytes = 2048;

int byteAt(const QByteArray &job, qsizetype at) { return at < job.size() ? uchar(job[at]) : 0; }

Command escapeAt(const QByteArray &job, qsizetype at)
{
    static const std::map<char, Command> known{{'@', {2}}, {'2', {2}}, {'3', {3}}, {'!', {3}},
        {'-', {3}}, {'E', {3}}, {'G', {3}}, {'M', {3}}, {'R', {3}}, {'a', {3}}, {'t', {3}},
        {'{', {3}}, {' ', {3}}, {'c', {4}}, {'$', {4}}, {'p', {5}}, {'J', {3, After::Line}},
        {'d', {3, After::Line}}};
    const auto found = known.find(char(byteAt(job, at + 1)));
    return found == known.end() ? Command{} : found->second;
}

Command groupAt(const QByteArray &job, qsizetype at)
{
    switch (byteAt(job, at + 1)) {
    case '!':
    case 'B':
    case 'H':
    case 'a':
    case 'r':
        return {3};
    case 'L':
    case 'P':
    case 'W':
        return {4};
    case '(':
        return {5 + byteAt(job, at + 3) + 256 * byteAt(job, at + 4), After::Line};
    case 'v':
        return {8
                + qsizetype(byteAt(job, at + 4) + 256 * byteAt(job, at + 5))
                    * (byteAt(job, at + 6) + 256 * byteAt(job, at + 7)),
            After::Line};
    case 'V':
        return {byteAt(job, at + 2) >= 65 ? 4 : 3, After::Cut};
    default:
        return {};
    }
}

Command commandAt(const QByteArray &job, qsizetype at)
{
    const int first = byteAt(job, at);
    if (first == 0x1B)
        return escapeAt(job, at);
    if (first == 0x1D)
        return groupAt(job, at);
    if (first == 0x1C)
        return {byteAt(job, at + 1) == '.' || byteAt(job, at + 1) == '&' ? 2 : 0};
    if (first == 0x10)
        return {};
    return {1, first == 0x0A ? After::Line : After::Setting};
}

} // namespace

std::vector<QByteArray> escposSteps(const QByteArray &job, qsizetype bytesMin)
{
    std::vector<QByteArray> steps;
    qsizetype begin = 0;
    bool betweenLines = true;
    const auto cutOff = [&](qsizetype end) {
        if (end > begin)
            steps.push_back(job.mid(begin, end - begin));
        begin = end;
    };
    for (qsizetype at = 0; at < job.size();) {
        const Command command = commandAt(job, at);
        if (command.size == 0 || at + command.size > job.size())
            break;
        if (command.after == After::Cut && betweenLines) {
            cutOff(at);
            break;
        }
        if (command.size >= bigBytes && betweenLines)
            cutOff(at);
        at += command.size;
        betweenLines = command.after == After::Line
            || (betweenLines && command.after == After::Setting && command.size > 1);
        if (command.after == After::Line && at - begin >= bytesMin)
            cutOff(at);
    }
    cutOff(job.size());
    return steps;
}

} // namespace antre
