<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>KioskViews</name>
    <message numerus="yes">
        <source>All %n service(s) · code %1</source>
        <translation>
            <numerusform>All %n service · code %1</numerusform>
            <numerusform>All %n services · code %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n service(s)&lt;/b&gt; for “%1”</source>
        <translation>
            <numerusform>&lt;b&gt;%n service&lt;/b&gt; for “%1”</numerusform>
            <numerusform>&lt;b&gt;%n services&lt;/b&gt; for “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antre::DisplayWords</name>
    <message numerus="yes">
        <source>%n agencies</source>
        <translation>
            <numerusform>%n agency</numerusform>
            <numerusform>%n agencies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files can&apos;t be shown, among them %1</source>
        <translation>
            <numerusform>%n file can&apos;t be shown: %1</numerusform>
            <numerusform>%n files can&apos;t be shown, among them %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>antre::NextNumbers</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
