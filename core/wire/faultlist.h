// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/cataloguejson.h"
#include "wire/jsonplaces.h"

#include <QStringList>

namespace antre {

/// Collects what is wrong with a file, each fault once and with its line, up to a limit.
class FaultList
{
public:
    explicit FaultList(JsonPlaces places = {})
        : m_places(std::move(places))
    {
    }
    void add(const QString &path, const QString &wrong, const QString &right);
    void addAtLine(int line, const QString &path, const QString &wrong, const QString &right);
    [[nodiscard]] int lineOf(const QString &path) const { return m_places.lineOf(path); }
    [[nodiscard]] bool isEmpty() const { return m_faults.empty(); }
    /// The reading that these faults make: without a catalogue, in the order of the file.
    [[nodiscard]] CatalogueReading reading() const;

private:
    JsonPlaces m_places;
    std::vector<CatalogueFault> m_faults;
    int m_unlisted = 0;
};

/// One JSON value, where it stands, and whom to tell what is wrong with it. The readers below give
/// an empty value after a fault; a value that isn't there gives an empty one silently, since
/// members() has already complained. Copied freely; the FaultList outlives it.
class JsonNode
{
public:
    JsonNode(QJsonValue value, QString path, FaultList &faults)
        : m_value(std::move(value))
        , m_path(std::move(path))
        , m_faults(faults)
    {
    }

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool exists() const { return !m_value.isUndefined(); }
    [[nodiscard]] bool isText() const { return m_value.isString(); }
    void fault(const QString &wrong, const QString &right) const
    {
        m_faults.add(m_path, wrong, right);
    }
    [[nodiscard]] FaultList &faults() const { return m_faults; }

    /// Complains when this exists and is no object; `keys` are those that it could have.
    bool isObject(const QStringList &keys) const;
    /// Complains also when a key of `required` is missing, or one of neither list is there. "notes"
    /// is allowed in every object. True: it is an object.
    bool members(const QStringList &required, const QStringList &optional = {}) const;
    /// A node that does not exist when there is no such member.
    [[nodiscard]] JsonNode at(const QString &key) const;
    [[nodiscard]] QStringList keys() const { return m_value.toObject().keys(); }
    /// An array's items; complains when it is none, or has fewer than `min` or more than `max`.
    [[nodiscard]] std::vector<JsonNode> items(int min, int max) const;
    /// Not empty, at most `max` characters, printable, no blank at either end.
    [[nodiscard]] QString text(int max) const;
    /// A whole number from `min` to `max`.
    [[nodiscard]] int integer(int min, int max, const QString &unit = {}) const;
    [[nodiscard]] bool boolean() const;

private:
    QJsonValue m_value;
    QString m_path;
    FaultList &m_faults;
};

} // namespace antre
