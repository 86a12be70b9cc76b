// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/filewriter.h"
#include "voice/speaker.h"

namespace antre {

/// Keeps each sound as NAME.wav in a folder instead of playing it: for demonstrations and tests.
/// The same name again replaces the file, so each call is one file however often it is repeated.
class FileSpeaker final : public Speaker
{
public:
    explicit FileSpeaker(QString folder);
    void play(const Playback &playback, Done done) override;
    [[nodiscard]] Result<> ready() const override { return {}; }

private:
    QString m_folder;
    FileWriter m_writer;
};

} // namespace antre
