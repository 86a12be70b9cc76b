<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>KioskViews</name>
    <message>
        <source>today at %1</source>
        <translation>hari ini pukul %1</translation>
    </message>
    <message>
        <source>tomorrow, %1 at %2</source>
        <translation>besok, %1 pukul %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 pukul %2</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>Buka %1</translation>
    </message>
    <message>
        <source>On break until %1</source>
        <translation>Istirahat sampai %1</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>Buka pukul %1</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Tutup hari ini</translation>
    </message>
    <message>
        <source>Today&apos;s quota is used up</source>
        <translation>Kuota hari ini sudah habis</translation>
    </message>
    <message>
        <source>Nobody is ahead of you</source>
        <translation>Tidak ada antrean di depan Anda</translation>
    </message>
    <message>
        <source>1 person ahead of you</source>
        <translation>1 orang di depan Anda</translation>
    </message>
    <message>
        <source>%1 people ahead of you</source>
        <translation>%1 orang di depan Anda</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Tidak ada yang menunggu.</translation>
    </message>
    <message>
        <source>1 person is waiting.</source>
        <translation>1 orang menunggu.</translation>
    </message>
    <message>
        <source>%1 people are waiting.</source>
        <translation>%1 orang menunggu.</translation>
    </message>
    <message>
        <source>%1–%2 minutes</source>
        <translation>%1–%2 menit</translation>
    </message>
    <message>
        <source>Network lost. Counted at %1.</source>
        <translation>Jaringan terputus. Keadaan pukul %1.</translation>
    </message>
    <message>
        <source>The counter is not open yet. Your number stays in line; no wait estimate yet.</source>
        <translation>Loket belum dibuka. Nomor Anda tetap dalam antrean; perkiraan waktu belum ada.</translation>
    </message>
    <message>
        <source>Numbers can be taken %1.</source>
        <translation>Nomor dapat diambil %1.</translation>
    </message>
    <message>
        <source>Not open yet.</source>
        <translation>Belum buka.</translation>
    </message>
    <message>
        <source>Closed today.</source>
        <translation>Tutup hari ini.</translation>
    </message>
    <message>
        <source>Choose an agency to see what to bring.</source>
        <translation>Pilih instansi untuk melihat berkas yang perlu disiapkan.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Out of slip paper.&lt;/b&gt; You can still take a number; it is shown here. Staff have been told.</source>
        <translation>&lt;b&gt;Kertas struk habis.&lt;/b&gt; Nomor tetap bisa diambil dan tampil di layar ini. Petugas sudah diberi tahu.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The slip printer does not answer.&lt;/b&gt; You can still take a number; it is shown here. Staff have been told.</source>
        <translation>&lt;b&gt;Pencetak struk terganggu.&lt;/b&gt; Nomor tetap bisa diambil dan tampil di layar ini. Petugas sudah diberi tahu.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Network lost.&lt;/b&gt; You can still take a number; it is valid and will be called.</source>
        <translation>&lt;b&gt;Jaringan terputus.&lt;/b&gt; Nomor tetap bisa diambil, sah, dan akan dipanggil.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Fee applies</source>
        <translation>Berbiaya</translation>
    </message>
    <message>
        <source>&lt;b&gt;On break until %1.&lt;/b&gt; You can take a number now; calls begin at %1.</source>
        <translation>&lt;b&gt;Istirahat sampai pukul %1.&lt;/b&gt; Nomor tetap bisa diambil sekarang dan dipanggil mulai pukul %1.</translation>
    </message>
    <message>
        <source>Opens again %1.</source>
        <translation>Buka lagi %1.</translation>
    </message>
    <message>
        <source>Choose a service to see what to bring.</source>
        <translation>Pilih layanan untuk melihat berkas yang perlu disiapkan.</translation>
    </message>
    <message>
        <source>If you take a number now, the wait is about &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Bila mengambil nomor sekarang, tunggu kira-kira &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Di loket</translation>
    </message>
    <message>
        <source>about %1 minutes</source>
        <translation>sekitar %1 menit</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>No, general</source>
        <translation>Tidak, umum</translation>
    </message>
    <message>
        <source>&lt;b&gt;The slip was not printed: out of paper.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Struk tidak tercetak: kertas habis.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The slip was not printed.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Struk tidak tercetak.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Your number is valid and in line. Keep it in one of these ways.</source>
        <translation>Nomor Anda sah dan sudah masuk antrean. Simpan nomornya dengan salah satu cara ini.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Did the slip come out?&lt;/b&gt; Your number %1 is valid.</source>
        <translation>&lt;b&gt;Struk sudah keluar?&lt;/b&gt; Nomor Anda %1 sah.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Network lost.&lt;/b&gt; Your number is valid and will be called.</source>
        <translation>&lt;b&gt;Jaringan terputus.&lt;/b&gt; Nomor Anda tetap sah dan akan dipanggil.</translation>
    </message>
    <message>
        <source>No number could be made. Please ask an officer.</source>
        <translation>Nomor belum bisa dibuat. Silakan tanyakan kepada petugas.</translation>
    </message>
</context>
<context>
    <name>antre::HelpBar</name>
    <message>
        <source>Large text</source>
        <translation>Huruf besar</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontras</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Lebih rendah</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Dengarkan</translation>
    </message>
</context>
<context>
    <name>antre::IssuedPage</name>
    <message>
        <source>Your queue number</source>
        <translation>Nomor antrean Anda</translation>
    </message>
    <message>
        <source>Picture of your slip</source>
        <translation>Gambar struk Anda</translation>
    </message>
    <message>
        <source>Take your slip below the screen</source>
        <translation>Ambil struk Anda di bawah layar</translation>
    </message>
    <message>
        <source>Code to follow your number on a phone</source>
        <translation>Kode untuk mengikuti nomor Anda lewat HP</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>Ikuti lewat HP</translation>
    </message>
    <message>
        <source>Scan this code with the phone camera.</source>
        <translation>Pindai kode ini dengan kamera HP.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Ask an officer for the slip.&lt;/b&gt; Staff have been told.</source>
        <translation>&lt;b&gt;Minta struk ke petugas.&lt;/b&gt; Petugas sudah diberi tahu.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Photograph this screen&lt;/b&gt; or note the number.</source>
        <translation>&lt;b&gt;Foto layar ini&lt;/b&gt; dengan HP, atau catat nomornya.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Follow on your phone.&lt;/b&gt; Scan this code.</source>
        <translation>&lt;b&gt;Ikuti lewat HP.&lt;/b&gt; Pindai kode ini.</translation>
    </message>
    <message>
        <source>No, it did not</source>
        <translation>Belum</translation>
    </message>
    <message>
        <source>Yes, I have it</source>
        <translation>Sudah</translation>
    </message>
    <message>
        <source>Try printing again</source>
        <translation>Coba cetak lagi</translation>
    </message>
    <message>
        <source>Take another number</source>
        <translation>Ambil nomor lain</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Returns to the start in %1 seconds</source>
        <translation>Layar kembali ke awal dalam %1 detik</translation>
    </message>
</context>
<context>
    <name>antre::IssuingPage</name>
    <message>
        <source>Your number is coming</source>
        <translation>Nomor Anda sedang disiapkan</translation>
    </message>
</context>
<context>
    <name>antre::KioskWindow</name>
    <message>
        <source>Getting ready</source>
        <translation>Sedang disiapkan</translation>
    </message>
</context>
<context>
    <name>antre::QueueCard</name>
    <message>
        <source>You</source>
        <translation>Anda</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>Perkiraan tunggu</translation>
    </message>
    <message>
        <source>Called at about</source>
        <translation>Dipanggil kira-kira pukul</translation>
    </message>
</context>
<context>
    <name>antre::ServicePage</name>
    <message>
        <source>Get ready now</source>
        <translation>Siapkan dari sekarang</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Yang perlu disiapkan</translation>
    </message>
    <message>
        <source>Something missing? You may still take a number. The officer will help.</source>
        <translation>Belum lengkap? Tetap boleh mengambil nomor. Petugas akan membantu.</translation>
    </message>
    <message>
        <source>Numbers can be taken again</source>
        <translation>Dibuka lagi</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>Ambil nomor</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>Layanan lain</translation>
    </message>
    <message>
        <source>Do you need priority?</source>
        <translation>Apakah Anda perlu didahulukan?</translation>
    </message>
</context>
<context>
    <name>antre::ServicesPage</name>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 dari %3</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>Pilih layanan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>Perkiraan tunggu</translation>
    </message>
</context>
<context>
    <name>antre::StartPage</name>
    <message>
        <source>&lt;b&gt;Find a service&lt;/b&gt;</source>
        <translation>&lt;b&gt;Cari layanan&lt;/b&gt;</translation>
    </message>
    <message>
        <source>ID card, licence, passport …</source>
        <translation>KTP, SIM, paspor, izin …</translation>
    </message>
    <message>
        <source>Scan a code</source>
        <translation>Pindai kode</translation>
    </message>
    <message>
        <source>What do you need today?</source>
        <translation>Anda ingin mengurus apa?</translation>
    </message>
    <message>
        <source>Choose an agency, or search for the service.</source>
        <translation>Pilih instansi yang dituju, atau cari nama layanannya.</translation>
    </message>
    <message>
        <source>Choose an agency.</source>
        <translation>Pilih instansi yang dituju.</translation>
    </message>
</context>
<context>
    <name>antre::TimeoutLayer</name>
    <message>
        <source>Still here?</source>
        <translation>Masih di sini?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>This screen returns to the start in &lt;b&gt;%1 seconds&lt;/b&gt;. Your choices will be erased.</source>
        <translation>Layar kembali ke awal dalam &lt;b&gt;%1 detik&lt;/b&gt;. Pilihan Anda akan dihapus.</translation>
    </message>
</context>
</TS>
