// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http.h"

#include <QHash>

namespace antre {

/// The files that pages load: scripts, typeface, picture. Each has its content's hash in its
/// address, so that a browser may keep it for ever and never has an old one.
class WebFiles
{
public:
    WebFiles();

    /// "/web/app.0f3c9a1b.js". REQUIRES: there is a file of this name.
    [[nodiscard]] QString path(const QString &name) const;
    /// The file at that address; 404 for any other.
    [[nodiscard]] HttpResponse file(const QString &name) const;
    /// The worker that shows a ticket without network; at a fixed address, as its reach follows
    /// from that, and never kept.
    [[nodiscard]] HttpResponse worker() const;
    /// The style sheet's part that names the typeface.
    [[nodiscard]] QString fontFaces() const;

private:
    struct File
    {
        QByteArray type;
        QByteArray bytes;
    };
    void add(const QString &name, const QByteArray &type, const QByteArray &bytes);

    QHash<QString, File> m_files; ///< by the name in the address
    QHash<QString, QString> m_names; ///< by the file's own name
    QByteArray m_worker;
};

} // namespace antre
