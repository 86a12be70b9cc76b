<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>antre::CounterWindow</name>
    <message>
        <source>Antre counter</source>
        <translation>Antre loket</translation>
    </message>
</context>
<context>
    <name>antre::CounterWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 menit</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 menit</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Loket %1</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>loket %1</translation>
    </message>
    <message>
        <source>counters %1</source>
        <translation>loket %1</translation>
    </message>
    <message>
        <source>once</source>
        <translation>satu kali</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>dua kali</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 kali</translation>
    </message>
    <message>
        <source>slip not printed</source>
        <translation>struk tidak tercetak</translation>
    </message>
    <message>
        <source>slip uncertain</source>
        <translation>struk belum pasti</translation>
    </message>
    <message>
        <source>no slip</source>
        <translation>tanpa struk</translation>
    </message>
    <message>
        <source>slip being printed</source>
        <translation>struk sedang dicetak</translation>
    </message>
    <message>
        <source>slip printed</source>
        <translation>struk tercetak</translation>
    </message>
    <message>
        <source>slip sent to the printer</source>
        <translation>struk terkirim ke printer</translation>
    </message>
    <message>
        <source>Counter closed</source>
        <translation>Loket tutup</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Loket kosong</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Dipanggil</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>Sedang dilayani</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Call the next</source>
        <translation>Panggil berikutnya</translation>
    </message>
    <message>
        <source>Done, call %1</source>
        <translation>Selesai, panggil %1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Panggil %1</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Panggil ulang</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Tidak hadir</translation>
    </message>
    <message>
        <source>Close counter</source>
        <translation>Tutup loket</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>sambungan putus</translation>
    </message>
    <message>
        <source>nobody is waiting</source>
        <translation>tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>belum mulai</translation>
    </message>
    <message>
        <source>no visitor</source>
        <translation>loket kosong</translation>
    </message>
    <message>
        <source>started</source>
        <translation>sudah mulai</translation>
    </message>
    <message>
        <source>visitor here</source>
        <translation>masih ada tamu</translation>
    </message>
    <message>
        <source>please wait</source>
        <translation>mohon tunggu</translation>
    </message>
    <message>
        <source>start %1 first (F10)</source>
        <translation>mulai %1 dulu (F10)</translation>
    </message>
    <message>
        <source>The connection is lost. The keys work again when it is back.</source>
        <translation>Sambungan terputus. Tombol berfungsi lagi setelah tersambung.</translation>
    </message>
    <message>
        <source>Nobody is waiting at the moment.</source>
        <translation>Saat ini tidak ada yang menunggu.</translation>
    </message>
    <message>
        <source>%1 has been called. Press Start (F10) when the visitor is here, or No-show (F6).</source>
        <translation>%1 sudah dipanggil. Tekan Mulai (F10) bila sudah datang, atau Tidak hadir (F6).</translation>
    </message>
    <message>
        <source>Nobody has been called yet. Call the next visitor first (F9).</source>
        <translation>Belum ada yang dipanggil. Panggil dulu nomor berikutnya (F9).</translation>
    </message>
    <message>
        <source>%1 is being served already.</source>
        <translation>%1 sedang dilayani.</translation>
    </message>
    <message>
        <source>Finish with %1 first; then the counter can be closed.</source>
        <translation>Selesaikan dulu %1, lalu loket bisa ditutup.</translation>
    </message>
    <message>
        <source>Nobody is waiting any more. Another counter was quicker.</source>
        <translation>Tidak ada lagi yang menunggu. Loket lain lebih dulu memanggil.</translation>
    </message>
    <message>
        <source>A visitor is still at this counter. Finish with that one first.</source>
        <translation>Masih ada pengunjung di loket ini. Selesaikan dulu.</translation>
    </message>
    <message>
        <source>This counter is closed. Sign in again.</source>
        <translation>Loket ini sudah ditutup. Silakan masuk lagi.</translation>
    </message>
    <message>
        <source>Somebody else works at this counter. Choose another one.</source>
        <translation>Petugas lain bekerja di loket ini. Pilih loket lain.</translation>
    </message>
    <message>
        <source>This number has moved on meanwhile. The screen shows what is true now.</source>
        <translation>Keadaan nomor ini sudah berubah. Layar menampilkan keadaan sekarang.</translation>
    </message>
    <message>
        <source>Name and PIN don&apos;t match. Try again.</source>
        <translation>Nama dan PIN tidak cocok. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1 seconds.</source>
        <translation>PIN salah beberapa kali. Coba lagi dalam %1 detik.</translation>
    </message>
    <message>
        <source>No answer came. When the connection is back, look here before you press again.</source>
        <translation>Belum ada jawaban. Setelah tersambung, lihat dulu layar ini sebelum menekan lagi.</translation>
    </message>
    <message>
        <source>That was not possible. Please tell the technician.</source>
        <translation>Permintaan tidak bisa dijalankan. Hubungi teknisi.</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>menunggu jawaban</translation>
    </message>
</context>
<context>
    <name>antre::DeskPage</name>
    <message>
        <source>&lt;b&gt;Not connected since %1.&lt;/b&gt; The keys work again when it is back.</source>
        <translation>&lt;b&gt;Terputus sejak %1.&lt;/b&gt; Tombol berfungsi lagi setelah tersambung.</translation>
    </message>
</context>
<context>
    <name>antre::PassedModel</name>
    <message>
        <source>Did not come, called %1, last at %2</source>
        <translation>Tidak hadir, dipanggil %1, terakhir %2</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Keterangan</translation>
    </message>
</context>
<context>
    <name>antre::QueuePanel</name>
    <message>
        <source>Who waits, in calling order</source>
        <translation>Yang menunggu, menurut urutan panggilan</translation>
    </message>
    <message>
        <source>Who was called and did not come</source>
        <translation>Yang dipanggil dan tidak hadir</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Terlewat</translation>
    </message>
    <message>
        <source>New numbers appear here by themselves.</source>
        <translation>Nomor baru muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Belum ada yang menunggu</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 menunggu</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>antrean %1</translation>
    </message>
    <message>
        <source>lines %1</source>
        <translation>antrean %1</translation>
    </message>
    <message>
        <source>%1, also served by %2</source>
        <translation>%1, juga dilayani %2</translation>
    </message>
    <message>
        <source>%1; as it was at %2</source>
        <translation>%1; keadaan pukul %2</translation>
    </message>
    <message>
        <source>Slip not printed: %1</source>
        <translation>Struk tidak tercetak: %1</translation>
    </message>
    <message>
        <source>%1 slips not printed</source>
        <translation>%1 struk tidak tercetak</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Terhubung</translation>
    </message>
    <message>
        <source>Not connected since %1</source>
        <translation>Terputus sejak %1</translation>
    </message>
</context>
<context>
    <name>antre::SignInPage</name>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>No officer is registered yet. The technician does that with antrectl.</source>
        <translation>Belum ada petugas terdaftar. Teknisi mendaftarkannya dengan antrectl.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>%1 works here</source>
        <translation>ditempati %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not connected since %1.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Terputus sejak %1.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>choose a counter</source>
        <translation>pilih loket</translation>
    </message>
    <message>
        <source>choose your name</source>
        <translation>pilih nama Anda</translation>
    </message>
    <message>
        <source>type your PIN</source>
        <translation>ketik PIN Anda</translation>
    </message>
</context>
<context>
    <name>antre::TicketCard</name>
    <message>
        <source>min</source>
        <translation>menit</translation>
    </message>
    <message>
        <source>What the visitor had to bring</source>
        <translation>Berkas yang harus dibawa pengunjung</translation>
    </message>
    <message>
        <source>To bring</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 menit</translation>
    </message>
    <message>
        <source>Taken %1</source>
        <translation>Diambil %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>menunggu %1</translation>
    </message>
    <message>
        <source>called %1</source>
        <translation>dipanggil %1</translation>
    </message>
    <message>
        <source>Nobody at the counter</source>
        <translation>Belum ada pengunjung di loket</translation>
    </message>
    <message>
        <source>Next is %1: %2, waiting %3.</source>
        <translation>Berikutnya %1: %2, menunggu %3.</translation>
    </message>
</context>
<context>
    <name>antre::TopBar</name>
    <message>
        <source>Indonesia</source>
        <extracomment>The key that changes to the other language, named in that language.</extracomment>
        <translation>English</translation>
    </message>
    <message>
        <source>Close counter</source>
        <translation>Tutup loket</translation>
    </message>
    <message>
        <source>Sign in at a counter</source>
        <translation>Masuk ke loket</translation>
    </message>
</context>
<context>
    <name>antre::WaitingModel</name>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>kiosk %1 offline</source>
        <translation>kiosk %1 tanpa jaringan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>menunggu %1</translation>
    </message>
</context>
</TS>
