// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QStringList>

#include <optional>
#include <vector>

namespace antre {

/// What can be wrong with a printer.
struct PrinterFaults
{
    bool paperOut = false;
    bool coverOpen = false;
    bool offline = false; ///< the feed button was pressed
    bool nearEnd = false; ///< paper runs low; the printer still prints
    bool mute = false; ///< a clone that answers nothing
    bool cutter = false; ///< jams at the next cut, and the printer stops until this is over
    friend bool operator==(const PrinterFaults &, const PrinterFaults &) = default;
};

/// A receipt printer without a plug: takes bytes, prints slips as pictures, gives answers.
///
/// It behaves as real ones do where that matters for honest tests: bytes that arrive while it has
/// no paper wait in its buffer and are printed after the refill; real-time commands work at once,
/// also inside a picture; the cutter sits `headToCutter` dots after the head, so a plain cut goes
/// through the last lines; text without a line feed never prints. It complains about every command
/// it doesn't know and everything that would look wrong on paper.
class EscposMachine
{
public:
    struct Model
    {
        int width = 576; ///< dots
        int headToCutter = 112; ///< dots; 14 mm
        bool doubleByte = true; ///< starts in a Chinese model's double-byte mode, as after ESC @
        bool realTime = true; ///< answers DLE EOT
        bool automatic = true; ///< knows GS a
        bool statusReceipt = true; ///< answers GS r
        bool processReceipt = true; ///< answers GS ( H
        bool clears = true; ///< knows DLE DC4 8
        int stepsPerDot = 1; ///< of ESC J and ESC 3
        int codePage437 = 0; ///< its number; others differ between makers
        QByteArray maker = "EPSON"; ///< answers GS I 66; empty: doesn't
        QByteArray name = "TM-VIRTUAL"; ///< answers GS I 67
        bool draws = true; ///< false: lines() only, for thousands of slips; then no font is needed

        [[nodiscard]] static Model tmClass() { return {}; }
        [[nodiscard]] static Model clone();
        [[nodiscard]] static Model muteClone();
    };
    explicit EscposMachine(Model model);

    void receive(const QByteArray &bytes);
    void setFaults(const PrinterFaults &faults);
    [[nodiscard]] const PrinterFaults &faults() const { return m_faults; }
    /// The roll ends after this many more dots; then the paper is out.
    void setPaperLeft(int dots) { m_paperLeft = dots; }
    /// From now on it prints only as many dots of length as were allowed, and stops with the rest
    /// in its buffer: for printers that take time.
    void allow(int dots);
    void allowAll();
    /// Power off and on: buffer and settings are gone, the paper and its faults stay.
    void forget();

    [[nodiscard]] const Model &model() const { return m_model; }
    [[nodiscard]] QByteArray takeAnswers();
    /// The slips cut since the last call, as they fall: the blank `headToCutter` rows come first.
    [[nodiscard]] std::vector<QImage> takeSlips();
    /// What would be wrong on paper or was not understood, one sentence each.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    /// One line for every command carried out, texts in quotes.
    [[nodiscard]] const QStringList &transcript() const { return m_transcript; }
    /// The texts on paper, one entry a printed line, and an empty one for each cut.
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    /// Bytes received and not carried out yet.
    [[nodiscard]] qsizetype waitingBytes() const { return m_buffer.size(); }
    /// Whether it can't go on without more bytes, however many it has.
    [[nodiscard]] bool wantsBytes() const { return m_wantsBytes; }
    /// How many lines and pictures with ink were printed so far.
    [[nodiscard]] int marks() const { return m_marks; }
    /// What hangs out of the printer, from the cutter's edge down to the head.
    [[nodiscard]] const QImage &hangingPaper() const { return m_paper; }
    /// Whether there is ink on the paper that no cut has freed.
    [[nodiscard]] bool hasUncutPrint() const;

private:
    [[nodiscard]] bool isReady() const;
    void watchRealTime(char byte);
    void answerStatus(int kind);
    void sendAutomaticStatus();
    void clearBuffer();
    void answer(const QByteArray &bytes);
    void problem(const QString &sentence);
    void note(const QString &line);

    void run();
    [[nodiscard]] qsizetype step();
    [[nodiscard]] qsizetype stepEscape();
    [[nodiscard]] qsizetype stepGroup();
    [[nodiscard]] qsizetype stepChinese();
    [[nodiscard]] qsizetype stepPicture();
    [[nodiscard]] qsizetype stepFunction();
    [[nodiscard]] qsizetype stepIdentity();
    void stepCode(int function, const QByteArray &parameters);
    [[nodiscard]] qsizetype stepCut();
    [[nodiscard]] qsizetype stepText();
    [[nodiscard]] int at(qsizetype index) const { return uchar(m_buffer[index]); }
    [[nodiscard]] bool has(qsizetype count) const { return m_buffer.size() >= count; }

    void reset();
    void addText(const QString &text);
    void printLine(int feedMin);
    void feed(int dots);
    void putOnPaper(const QImage &ink, int x);
    void cutAt(int row);

    Model m_model;
    PrinterFaults m_faults;
    int m_paperLeft = -1; ///< negative: endless
    std::optional<int> m_allowed; ///< dots; absent: any
    bool m_jammed = false;
    bool m_wantsBytes = true;
    int m_marks = 0;
    bool m_automaticStatus = false;
    QByteArray m_recent; ///< the last bytes, for real-time commands
    QByteArray m_buffer;
    QByteArray m_answers;
    std::vector<QImage> m_slips;
    QStringList m_problems;
    QStringList m_transcript;
    QStringList m_lines;

    QImage m_paper; ///< from the cutter's edge down to the head
    int m_head = 0; ///< row of m_paper under the head
    std::vector<QImage> m_line; ///< text waiting for its line feed
    QString m_lineText;
    int m_lineWidth = 0;
    int m_pitch = 0;
    int m_alignment = 0;
    int m_scaleX = 1;
    int m_scaleY = 1;
    bool m_bold = false;
    bool m_doubleByteMode = true;
    QString m_codeText; ///< of GS ( k
    int m_codeModule = 3; ///< dots
};

} // namespace antre
