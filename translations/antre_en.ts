<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>antre::DisplayWords</name>
    <message numerus="yes">
        <source>%n agencies</source>
        <translation><numerusform>%n agency</numerusform><numerusform>%n agencies</numerusform></translation>
    </message>
</context>
</TS>
