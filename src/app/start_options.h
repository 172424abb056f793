// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace sesame::app {

/// What the command line says.
struct StartOptions {
    QString directory;    ///< --data, else the usual place
    QString name;         ///< --name
    QString hub;          ///< --hub
    QString fingerprint;  ///< --fingerprint
    QString invitation;   ///< --invitation, or a "sesame:" link as argument
    bool version = false;
    bool help = false;
    QString problem;  ///< not empty: it could not be understood

    /// Without the program's own name.
    static StartOptions parse(const QStringList& arguments);
    static QString helpText();
    /// Name and a way to connect are given: the first start asks nothing.
    bool complete() const { return !name.isEmpty() && (!hub.isEmpty() || !invitation.isEmpty()); }
};

}  // namespace sesame::app
