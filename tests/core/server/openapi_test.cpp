// SPDX-License-Identifier: Apache-2.0
#include "core/server/webfixture.h"
#include "support/paths.h"

#include <QJsonArray>

#include <set>
#include <yaml-cpp/yaml.h>

using namespace antre;
using namespace antre::test;

namespace {

/// The API's description, and whether a value is as it says.
class Description
{
public:
    Description()
        : m_root(YAML::LoadFile(sourcePath("resources/api/openapi.yaml").toStdString()))
    {
    }

    [[nodiscard]] std::set<std::string> routes() const
    {
        std::set<std::string> all;
        for (const auto &path : m_root["paths"]) {
            for (const auto &operation : path.second) {
                if (operation.first.as<std::string>() != "parameters")
                    all.insert(QByteArray::fromStdString(operation.first.as<std::string>())
                                   .toUpper()
                                   .toStdString()
                        + ' ' + path.first.as<std::string>());
            }
        }
        return all;
    }

    /// What is wrong with `answer`, if anything.
    [[nodiscard]] std::string fault(
        const std::string &path, const std::string &method, const WebAnswer &answer) const
    {
        const YAML::Node response
            = resolved(m_root["paths"][path][method]["responses"][std::to_string(answer.status)]);
        if (!response)
            return "status " + std::to_string(answer.status) + " is not described";
        if (!response["content"])
            return answer.body.isEmpty() ? std::string() : std::string("no body is described");
        const YAML::Node content
            = response["content"][answer.header("Content-Type").split(';').front().toStdString()];
        if (!content)
            return "the content type is not described";
        return answer.header("Content-Type") == "application/json"
            ? fault(content["schema"], answer.json(), "body")
            : std::string();
    }

private:
    [[nodiscard]] YAML::Node resolved(const YAML::Node &node) const
    {
        if (!node || !node.IsMap() || !node["$ref"])
            return node;
        YAML::Node at = YAML::Clone(m_root);
        for (const QString &step :
            QString::fromStdString(node["$ref"].as<std::string>()).mid(2).split(QLatin1Char('/')))
            at.reset(at[step.toStdString()]);
        return at;
    }

    [[nodiscard]] std::string fault(
        const YAML::Node &described, const QJsonValue &value, const std::string &where) const
    {
        const YAML::Node schema = resolved(described);
        const auto type = schema["type"].as<std::string>();
        if (type == "object")
            return objectFault(schema, value, where);
        if (type == "array") {
            for (const QJsonValue &item : value.toArray()) {
                if (const std::string found = fault(schema["items"], item, where + "[]");
                    !found.empty())
                    return found;
            }
            return value.isArray() ? std::string() : where + " is no array";
        }
        const bool fits = (type == "string" && value.isString())
            || (type == "boolean" && value.isBool())
            || (type == "integer" && value.isDouble()
                && value.toDouble() == double(value.toInteger()));
        if (!fits)
            return where + " is no " + type;
        for (const YAML::Node &word : schema["enum"]) {
            if (word.as<std::string>() == value.toString().toStdString())
                return {};
        }
        return schema["enum"] ? where + " is none of the words" : std::string();
    }

    /// Stricter than OpenAPI: nothing may come that isn't described.
    [[nodiscard]] std::string objectFault(
        const YAML::Node &schema, const QJsonValue &value, const std::string &where) const
    {
        if (!value.isObject())
            return where + " is no object";
        const QJsonObject object = value.toObject();
        for (const YAML::Node &name : schema["required"]) {
            if (!object.contains(QString::fromStdString(name.as<std::string>())))
                return where + " lacks " + name.as<std::string>();
        }
        for (auto member = object.begin(); member != object.end(); ++member) {
            const std::string name = member.key().toStdString();
            const YAML::Node own = schema["properties"] ? schema["properties"][name]
                                                        : YAML::Node(YAML::NodeType::Undefined);
            const YAML::Node described = own ? own : schema["additionalProperties"];
            if (!described)
                return where + "." + name + " is not described";
            if (const std::string found = fault(described, member.value(), where + "." + name);
                !found.empty())
                return found;
        }
        return {};
    }

    YAML::Node m_root;
};

} // namespace

TEST_CASE("The API's description names every route, and no other", "[server]")
{
    std::set<std::string> built;
    for (const HttpApi::Route &route : HttpApi::routes())
        built.insert(route.method.toStdString() + ' ' + route.path.toStdString());
    CHECK(built == Description().routes());
}

TEST_CASE("What the API answers is as described", "[server]")
{
    const Description description;
    Mall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    for (int i = 0; i < 3; ++i)
        kiosk.send(takeNumber(mall.newCommand()));
    REQUIRE(eventually([&] { return kiosk.all<Answer>().size() == 3; }));
    const auto secret = [&](int i) {
        return QByteArray(
            QByteArray("secret-") + kiosk.all<Answer>()[size_t(i)].id.text().toUtf8());
    };
    Web web(mall);
    for (const char *path : {"/healthz", "/api/v1/site", "/api/v1/lines", "/api/v1/calls",
             "/api/v1/availability", "/", "/search", "/worker.js", "/manifest.webmanifest"}) {
        CAPTURE(path);
        CHECK(description.fault(path, "get", web.get(path)) == "");
    }
    CHECK(description.fault(
              "/api/v1/tickets/{secret}", "get", web.get("/api/v1/tickets/" + secret(0)))
        == "");
    CHECK(description.fault("/api/v1/tickets/{secret}", "get", web.get("/api/v1/tickets/none"))
        == "");
    CHECK(description.fault("/api/v1/tickets/{secret}/cancel", "post",
              web.post("/api/v1/tickets/" + secret(1) + "/cancel"))
        == "");
    CHECK(description.fault("/api/v1/tickets/{secret}/live", "get",
              web.get("/api/v1/tickets/" + secret(0) + "/live"))
        == "");
    CHECK(description.fault("/api/v1/search", "get", web.get("/api/v1/search?q=ktp")) == "");
    CHECK(description.fault("/a/{agency}", "get", web.get("/a/dukcapil")) == "");
    CHECK(description.fault("/s/{service}", "get", web.get("/s/dukcapil.kk")) == "");
    CHECK(description.fault("/s/{service}/take", "post", web.post("/s/dukcapil.kk/take")) == "");
    CHECK(description.fault("/web/{file}", "get", web.get("/web/none.js")) == "");
    CHECK(description.fault("/t/{secret}", "get", web.get("/t/" + secret(0))) == "");
    CHECK(description.fault("/t/{secret}", "get", web.get("/t/none")) == "");
    CHECK(description.fault("/times/{service}", "get", web.get("/times/dukcapil.kk")) == "");
    CHECK(description.fault("/s/{service}/reserve", "post", web.post("/s/dukcapil.kk/reserve"))
        == "");
    CHECK(description.fault("/r/{code}", "get", web.get("/r/none")) == "");
    CHECK(description.fault("/r/{code}/cancel", "post", web.post("/r/none/cancel")) == "");
    CHECK(description.fault("/r/{code}/checkin", "post", web.post("/r/none/checkin")) == "");
    CHECK(description.fault("/h/{code}", "get", web.get("/h/none")) == "");
    for (const char *action : {"later", "back", "rejoin"})
        CHECK(description.fault(std::string("/t/{secret}/") + action, "post",
                  web.post("/t/" + secret(0) + '/' + action))
            == "");
    CHECK(description.fault("/t/{secret}/cancel", "post", web.post("/t/" + secret(2) + "/cancel"))
        == "");
}

TEST_CASE("An answer that is not as described is found", "[server]")
{
    const Description description;
    const auto fault = [&](const char *body) {
        return description.fault("/healthz", "get", {200, "Content-Type: application/json", body});
    };
    CHECK(fault(R"({"status":"ok","position":1,"version":"1"})") == "");
    CHECK(fault(R"({"status":"ok","position":1})") == "body lacks version");
    CHECK(fault(R"({"status":"ill","position":1,"version":"1"})")
        == "body.status is none of the words");
    CHECK(
        fault(R"({"status":"ok","position":1.5,"version":"1"})") == "body.position is no integer");
    CHECK(fault(R"({"status":"ok","position":1,"version":"1","more":1})")
        == "body.more is not described");
    CHECK(description.fault("/healthz", "get", {404, "", ""}) == "status 404 is not described");
}
