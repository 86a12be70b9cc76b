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
    };
    explicit EscposMachine(Model model);

    void receive(const QByteArray &bytes);
    void setFaults(const PrinterFaults &faults);
    [[nodiscard]] const PrinterFaults &faults() const { return m_faults; }
    /// The roll ends after this many more dots; then the paper is out.
    void setPaperLeft(int dots) { m_paperLeft = dots; }

    [[nodiscard]] const Model &model() const { return m_model; }
    [[nodiscard]] QByteArray takeAnswers();
    /// The slips cut since the last call, as they fall: the blank `headToCutter` rows come first.
    [[nodiscard]] std::vector<QImage> takeSlips();
    /// What would be wrong on paper or was not understood, one sentence each.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    /// One line for every command carried out, texts in quotes.
    [[nodiscard]] const QStringList &transcript() const { return m_transcript; }
    /// Bytes received and not carried out yet.
    [[nodiscard]] qsizetype waitingBytes() const { return m_buffer.size(); }
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
    bool m_automaticStatus = false;
    QByteArray m_recent; ///< the last bytes, for real-time commands
    QByteArray m_buffer;
    QByteArray m_answers;
    std::vector<QImage> m_slips;
    QStringList m_problems;
    QStringList m_transcript;

    QImage m_paper; ///< from the cutter's edge down to the head
    int m_head = 0; ///< row of m_paper under the head
    std::vector<QImage> m_line; ///< text waiting for its line feed
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
