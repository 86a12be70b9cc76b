<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>antre::CallPanel</name>
    <message>
        <source>Queue number</source>
        <translation>Nomor antrean</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>Queue number %1, counter %2</source>
        <translation>Nomor antrean %1, loket %2</translation>
    </message>
</context>
<context>
    <name>antre::PreviousCalls</name>
    <message>
        <source>Before</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
</context>
<context>
    <name>antre::HallHeader</name>
    <message>
        <source>Now serving</source>
        <translation>Sedang dilayani</translation>
    </message>
</context>
<context>
    <name>antre::DisplayWords</name>
    <message>
        <source>Ready</source>
        <translation>Siap melayani</translation>
    </message>
    <message>
        <source>Not open
yet</source>
        <translation>Loket belum
dibuka</translation>
    </message>
    <message>
        <source>On break
until %1</source>
        <translation>Istirahat
sampai %1</translation>
    </message>
    <message>
        <source>On break</source>
        <translation>Istirahat</translation>
    </message>
    <message>
        <source>Opens
at %1</source>
        <translation>Buka
pukul %1</translation>
    </message>
    <message>
        <source>Done
for today</source>
        <translation>Selesai
untuk hari ini</translation>
    </message>
    <message>
        <source>Closed
today</source>
        <translation>Tutup
hari ini</translation>
    </message>
    <message numerus="yes">
        <source>%n agencies</source>
        <translation><numerusform>%n instansi</numerusform></translation>
    </message>
    <message>
        <source>On break until %1</source>
        <translation>Istirahat sampai pukul %1</translation>
    </message>
    <message>
        <source>%1 on break until %2</source>
        <translation>%1 istirahat sampai pukul %2</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>Buka pukul %1</translation>
    </message>
    <message>
        <source>%1 opens at %2</source>
        <translation>%1 buka pukul %2</translation>
    </message>
    <message>
        <source>No more numbers today</source>
        <translation>Pengambilan nomor hari ini sudah ditutup</translation>
    </message>
    <message>
        <source>%1: no more numbers today</source>
        <translation>%1: pengambilan nomor hari ini sudah ditutup</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Tutup hari ini</translation>
    </message>
    <message>
        <source>%1 closed today</source>
        <translation>%1 tutup hari ini</translation>
    </message>
    <message>
        <source>Network lost. As of %1.</source>
        <translation>Jaringan terputus. Keadaan pukul %1.</translation>
    </message>
    <message>
        <source>Called numbers are shown large on this screen and spoken twice.</source>
        <translation>Nomor yang dipanggil tampil besar di layar ini dan diucapkan dua kali.</translation>
    </message>
    <message>
        <source>Called numbers are shown large on this screen. There is no voice just now.</source>
        <translation>Nomor yang dipanggil tampil besar di layar ini. Suara sedang tidak ada.</translation>
    </message>
    <message>
        <source>Opens again %1 at %2.</source>
        <translation>Buka lagi %1 pukul %2.</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Tutup.</translation>
    </message>
    <message>
        <source>Connecting to the queue service.</source>
        <translation>Menghubungi layanan antrean.</translation>
    </message>
    <message>
        <source>Opens today at %1.</source>
        <translation>Buka hari ini pukul %1.</translation>
    </message>
</context>
</TS>
