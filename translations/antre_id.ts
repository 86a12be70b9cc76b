<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Enrolment</name>
    <message>
        <source>That is no address. Write it as the manager&apos;s page shows it, such as 192.168.7.2:7443.</source>
        <translation>Itu bukan alamat. Tulis seperti yang tampil di halaman pengelola, misalnya 192.168.7.2:7443.</translation>
    </message>
    <message>
        <source>A code has eight letters and digits, such as K7QF-3M2D. Please compare it with the manager&apos;s page.</source>
        <translation>Kode terdiri dari delapan huruf dan angka, misalnya K7QF-3M2D. Cocokkan dengan halaman pengelola.</translation>
    </message>
    <message>
        <source>That QR code is not one for a new device. Ask for one on the manager&apos;s page under Devices.</source>
        <translation>Kode QR itu bukan untuk perangkat baru. Minta satu di halaman pengelola, bagian Perangkat.</translation>
    </message>
    <message>
        <source>Nothing answers at that address. Check the address, the network cable or Wi-Fi, and that the service is running.</source>
        <translation>Tidak ada yang menjawab di alamat itu. Periksa alamatnya, kabel jaringan atau Wi-Fi, dan apakah layanannya berjalan.</translation>
    </message>
    <message>
        <source>Another machine answers at that address than the one that made the QR code. Nothing was sent to it. Check the address, and tell whoever looks after the network.</source>
        <translation>Mesin lain menjawab di alamat itu, bukan yang membuat kode QR. Tidak ada yang dikirim ke sana. Periksa alamatnya dan beri tahu pengurus jaringan.</translation>
    </message>
    <message>
        <source>What answers at that address is no Antre service. Check the address and the port; usually it is 7443.</source>
        <translation>Yang menjawab di alamat itu bukan layanan Antre. Periksa alamat dan porta; biasanya 7443.</translation>
    </message>
    <message>
        <source>The service awaits no new device. Codes are good for ten minutes: ask for a new one.</source>
        <translation>Layanan tidak menunggu perangkat baru. Kode berlaku sepuluh menit: minta kode baru.</translation>
    </message>
    <message>
        <source>The code is wrong, used already or too old. Compare it, or ask for a new one.</source>
        <translation>Kodenya salah, sudah dipakai, atau terlalu lama. Cocokkan lagi, atau minta kode baru.</translation>
    </message>
    <message>
        <source>Who answers does not know the code. Somebody may be listening between this device and the service; nothing was accepted. Tell whoever looks after the network.</source>
        <translation>Yang menjawab tidak tahu kodenya. Mungkin ada yang menyadap di antara perangkat ini dan layanan; tidak ada yang diterima. Beri tahu pengurus jaringan.</translation>
    </message>
    <message>
        <source>The service began to answer and then fell silent. Please try again.</source>
        <translation>Layanan mulai menjawab lalu diam. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>Another kiosk has this mark already. Ask for a code with another mark.</source>
        <translation>Kiosk lain sudah memakai tanda ini. Minta kode dengan tanda lain.</translation>
    </message>
    <message>
        <source>The service refused this device: %1.</source>
        <translation>Layanan menolak perangkat ini: %1.</translation>
    </message>
</context>
<context>
    <name>KioskViews</name>
    <message>
        <source>Closed today</source>
        <translation>Tutup hari ini</translation>
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
        <source>Numbers can be taken %1.</source>
        <translation>Nomor dapat diambil %1.</translation>
    </message>
    <message>
        <source>Choose an agency to see what to bring.</source>
        <translation>Pilih instansi untuk melihat berkas yang perlu disiapkan.</translation>
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
        <source>&lt;b&gt;Did the slip come out?&lt;/b&gt; Your number %1 is valid.</source>
        <translation>&lt;b&gt;Struk sudah keluar?&lt;/b&gt; Nomor Anda %1 sah.</translation>
    </message>
    <message>
        <source>No number could be made. Please ask an officer.</source>
        <translation>Nomor belum bisa dibuat. Silakan tanyakan kepada petugas.</translation>
    </message>
    <message>
        <source>Network lost.</source>
        <translation>Jaringan terputus.</translation>
    </message>
    <message>
        <source>Network lost since yesterday at %1.</source>
        <translation>Jaringan terputus sejak kemarin pukul %1.</translation>
    </message>
    <message>
        <source>Network lost since %1 at %2.</source>
        <translation>Jaringan terputus sejak %1 pukul %2.</translation>
    </message>
    <message>
        <source>How many are ahead of you is not known just now</source>
        <translation>Jumlah orang di depan Anda belum diketahui</translation>
    </message>
    <message>
        <source>How many are waiting is not known just now.</source>
        <translation>Jumlah yang menunggu belum diketahui.</translation>
    </message>
    <message>
        <source>What to bring can be read here.</source>
        <translation>Syarat layanan tetap bisa dibaca di sini.</translation>
    </message>
    <message>
        <source>Did the slip %1 not come out?</source>
        <translation>Struk %1 belum keluar?</translation>
    </message>
    <message>
        <source>Taken at %1. Only if this is your number.</source>
        <translation>Diambil pukul %1. Hanya bila ini nomor Anda.</translation>
    </message>
    <message>
        <source>This question stays for %1 seconds. Later, ask an officer for the slip.</source>
        <translation>Pertanyaan ini tampil %1 detik lagi. Setelah itu, minta struk ke petugas.</translation>
    </message>
    <message>
        <source>No numbers here just now.</source>
        <translation>Nomor belum bisa diambil di sini.</translation>
    </message>
    <message>
        <source>Please go to another kiosk or ask an officer.</source>
        <translation>Silakan ke kiosk lain atau tanyakan kepada petugas.</translation>
    </message>
    <message>
        <source>Your number is valid. The counters learn of it as soon as the network is back.</source>
        <translation>Nomor Anda sah. Loket mengetahuinya begitu jaringan kembali.</translation>
    </message>
    <message>
        <source>Your number is valid and in line.</source>
        <translation>Nomor Anda sah dan sudah masuk antrean.</translation>
    </message>
    <message>
        <source>Keep it in one of these ways.</source>
        <translation>Simpan dengan salah satu cara ini.</translation>
    </message>
    <message>
        <source>the service refuses this kiosk</source>
        <translation>kiosk ini ditolak layanan antrean</translation>
    </message>
    <message>
        <source>slips with another&apos;s number: %1</source>
        <translation>struk bernomor ganda: %1</translation>
    </message>
    <message>
        <source>slips to look for: %1</source>
        <translation>struk yang perlu dicek: %1</translation>
    </message>
    <message>
        <source>look for slip %1</source>
        <translation>cek struk %1</translation>
    </message>
    <message>
        <source>no network since %1</source>
        <translation>tanpa jaringan sejak %1</translation>
    </message>
    <message>
        <source>no network since %1, %2</source>
        <translation>tanpa jaringan sejak %1, %2</translation>
    </message>
    <message>
        <source>no network yet</source>
        <translation>belum ada jaringan</translation>
    </message>
    <message>
        <source>slips not reported yet: %1</source>
        <translation>struk belum dilaporkan: %1</translation>
    </message>
    <message>
        <source>the kiosk&apos;s disk is full</source>
        <translation>disk kiosk penuh</translation>
    </message>
    <message>
        <source>the kiosk&apos;s disk takes no writing</source>
        <translation>disk kiosk tidak bisa ditulisi</translation>
    </message>
    <message>
        <source>another program holds the kiosk&apos;s journal</source>
        <translation>jurnal kiosk dipakai program lain</translation>
    </message>
    <message>
        <source>the kiosk&apos;s journal is damaged</source>
        <translation>jurnal kiosk rusak</translation>
    </message>
    <message>
        <source>the kiosk&apos;s disk is gone</source>
        <translation>disk kiosk tidak ditemukan</translation>
    </message>
    <message>
        <source>the kiosk&apos;s disk takes nothing</source>
        <translation>disk kiosk tidak bisa menyimpan</translation>
    </message>
    <message>
        <source>%1 seconds left</source>
        <translation>%1 detik lagi</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>Belum buka</translation>
    </message>
    <message>
        <source>%1 serves %2 people a day for this.</source>
        <translation>%1 melayani %2 orang sehari untuk layanan ini.</translation>
    </message>
    <message>
        <source>%1 · code %2</source>
        <translation>%1 · kode %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>All %n service(s) · code %1</source>
        <translation>
            <numerusform>Semua %n layanan · kode %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n service(s)&lt;/b&gt; for “%1”</source>
        <translation>
            <numerusform>&lt;b&gt;%n layanan&lt;/b&gt; untuk “%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;Where to ask&lt;/b&gt; for “%1”</source>
        <translation>&lt;b&gt;Instansi yang tepat&lt;/b&gt; untuk “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n layanan</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;No service “%1” in this mall.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Tidak ada layanan “%1” di mal ini.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Try another word, or ask an officer in the lobby.</source>
        <translation>Coba kata lain, atau tanyakan kepada petugas di lobi.</translation>
    </message>
    <message>
        <source>Please tell an officer, who can give you the slip.</source>
        <translation>Mohon beri tahu petugas, yang bisa memberi struknya.</translation>
    </message>
    <message>
        <source>Staff have been told and can give you the slip.</source>
        <translation>Petugas sudah diberi tahu dan bisa memberi struknya.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Slips come out of the printer %1.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Struk keluar di printer %1.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>I have my slip</source>
        <translation>Struk sudah ada</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Cetak lagi</translation>
    </message>
    <message>
        <source>For staff: it tells when the paper will run out.</source>
        <translation>Untuk petugas: dari sini diketahui kapan kertas akan habis.</translation>
    </message>
    <message>
        <source>Is a new roll of paper in the printer?</source>
        <translation>Apakah gulungan kertas di printer baru?</translation>
    </message>
    <message>
        <source>No, the old roll</source>
        <translation>Tidak, yang lama</translation>
    </message>
    <message>
        <source>Yes, a new roll</source>
        <translation>Ya, yang baru</translation>
    </message>
    <message>
        <source>&lt;b&gt;The copy was not printed.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Salinan tidak tercetak.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Take the copy of your slip below the screen</source>
        <translation>Ambil salinan struk Anda di bawah layar</translation>
    </message>
    <message>
        <source>Take your slip below the screen</source>
        <translation>Ambil struk Anda di bawah layar</translation>
    </message>
    <message>
        <source>Take the copy of your slip from the printer %1</source>
        <translation>Ambil salinan struk Anda di printer %1</translation>
    </message>
    <message>
        <source>Take your slip from the printer %1</source>
        <translation>Ambil struk Anda di printer %1</translation>
    </message>
    <message>
        <source>printer below the screen: %1</source>
        <translation>printer di bawah layar: %1</translation>
    </message>
    <message>
        <source>printing %1 for an officer</source>
        <translation>mencetak %1 untuk petugas</translation>
    </message>
    <message>
        <source>You can still take a number: it is shown here, or on your phone with the code. Staff can give you the slip.</source>
        <translation>Nomor tetap bisa diambil: tampil di layar ini, atau di HP lewat kode. Petugas bisa memberi struknya.</translation>
    </message>
    <message>
        <source>You can still take a number; it is shown here.</source>
        <translation>Nomor tetap bisa diambil dan tampil di layar ini.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Out of slip paper.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Kertas struk habis.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The slip printer does not answer.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Printer struk tidak menjawab.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Touch the screen for a number</source>
        <translation>Sentuh layar untuk mengambil nomor</translation>
    </message>
    <message>
        <source>Hold the code on your slip or phone under the reader</source>
        <translation>Arahkan kode di struk atau HP Anda ke bawah alat pindai</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>Arahkan kode Anda ke depan kamera</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>Pindai kode Anda</translation>
    </message>
    <message>
        <source>The code on your slip, or on your phone.</source>
        <translation>Kode di struk Anda, atau di HP Anda.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Nomor Anda</translation>
    </message>
    <message>
        <source>You can hold another code here.</source>
        <translation>Kode lain juga bisa dipindai di sini.</translation>
    </message>
    <message>
        <source>This number was not taken at this kiosk</source>
        <translation>Nomor ini tidak diambil di kiosk ini</translation>
    </message>
    <message>
        <source>Its page on your phone shows where it stands. An officer can print its slip.</source>
        <translation>Halamannya di HP Anda menunjukkan antreannya. Petugas bisa mencetak struknya.</translation>
    </message>
    <message>
        <source>This is not a code of this mall</source>
        <translation>Ini bukan kode mal ini</translation>
    </message>
    <message>
        <source>Hold the code on your slip here, or the code on your number&apos;s page.</source>
        <translation>Pindai kode di struk Anda, atau kode di halaman nomor Anda.</translation>
    </message>
    <message>
        <source>Expected wait %1. Called at about %2.</source>
        <translation>Perkiraan tunggu %1. Dipanggil kira-kira pukul %2.</translation>
    </message>
    <message>
        <source>It is your turn</source>
        <translation>Giliran Anda</translation>
    </message>
    <message>
        <source>Please go to counter %1.</source>
        <translation>Silakan menuju loket %1.</translation>
    </message>
    <message>
        <source>You are being served at counter %1</source>
        <translation>Anda sedang dilayani di loket %1</translation>
    </message>
    <message>
        <source>The counter has set your number aside</source>
        <translation>Loket menunda nomor Anda</translation>
    </message>
    <message>
        <source>It is called again. Are you ready? Tell the counter.</source>
        <translation>Nomor ini akan dipanggil lagi. Sudah siap? Beri tahu loket.</translation>
    </message>
    <message>
        <source>Your number was passed</source>
        <translation>Nomor Anda terlewat</translation>
    </message>
    <message>
        <source>Tell the counter that you are here.</source>
        <translation>Beri tahu loket bahwa Anda sudah di sini.</translation>
    </message>
    <message>
        <source>This number has been served</source>
        <translation>Nomor ini sudah dilayani</translation>
    </message>
    <message>
        <source>For another service take a new number.</source>
        <translation>Untuk layanan lain, ambil nomor baru.</translation>
    </message>
    <message>
        <source>This number is not valid any more</source>
        <translation>Nomor ini tidak berlaku lagi</translation>
    </message>
    <message>
        <source>Please take a new number.</source>
        <translation>Silakan ambil nomor baru.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Slip %1 did not come out?&lt;/b&gt;</source>
        <translation>&lt;b&gt;Struk %1 tidak keluar?&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Your appointment is being looked up</source>
        <translation>Janji temu Anda sedang dicari</translation>
    </message>
    <message>
        <source>Please take a number here, or ask an officer.</source>
        <translation>Silakan ambil nomor di sini, atau tanyakan kepada petugas.</translation>
    </message>
    <message>
        <source>You have checked in. Your number is %1</source>
        <translation>Anda sudah lapor hadir. Nomor Anda %1</translation>
    </message>
    <message>
        <source>An officer can print its slip.</source>
        <translation>Petugas bisa mencetak struknya.</translation>
    </message>
    <message>
        <source>You are early for your appointment</source>
        <translation>Anda datang sebelum waktu janji temu</translation>
    </message>
    <message>
        <source>Please hold your code here again shortly before its time.</source>
        <translation>Silakan pindai lagi kode Anda di sini menjelang waktunya.</translation>
    </message>
    <message>
        <source>The time of your appointment has passed</source>
        <translation>Waktu janji temu Anda sudah lewat</translation>
    </message>
    <message>
        <source>Your appointment is on another day</source>
        <translation>Janji temu Anda pada hari lain</translation>
    </message>
    <message>
        <source>Please look at its date.</source>
        <translation>Silakan lihat tanggalnya.</translation>
    </message>
    <message>
        <source>This appointment was cancelled</source>
        <translation>Janji temu ini sudah dibatalkan</translation>
    </message>
    <message>
        <source>This appointment is not known here</source>
        <translation>Janji temu ini tidak dikenal di sini</translation>
    </message>
    <message>
        <source>The service has not answered yet</source>
        <translation>Layanan antrean belum menjawab</translation>
    </message>
    <message>
        <source>Please hold your code here again.</source>
        <translation>Silakan pindai lagi kode Anda di sini.</translation>
    </message>
    <message>
        <source>No check-in without the network just now</source>
        <translation>Lapor hadir belum bisa: jaringan sedang terputus</translation>
    </message>
    <message>
        <source>You can&apos;t be checked in just now</source>
        <translation>Lapor hadir belum bisa saat ini</translation>
    </message>
</context>
<context>
    <name>antre::AsideModel</name>
    <message>
        <source>Did not come, called %1, last at %2</source>
        <translation>Tidak hadir, dipanggil %1, terakhir %2</translation>
    </message>
    <message>
        <source>Set aside until %1</source>
        <translation>Ditunda sampai pukul %1</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, sampai pukul %2</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Back in</source>
        <translation>Kembali dalam</translation>
    </message>
</context>
<context>
    <name>antre::AvailabilityWords</name>
    <message>
        <source>On break until %1</source>
        <translation>Istirahat sampai pukul %1</translation>
    </message>
    <message>
        <source>Counters open at %1</source>
        <translation>Loket buka pukul %1</translation>
    </message>
    <message>
        <source>The counter is not open yet</source>
        <translation>Loket belum dibuka</translation>
    </message>
    <message>
        <source>The counter is closed until %1</source>
        <translation>Loket tutup sampai pukul %1</translation>
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
        <source>The mall is closed until %1</source>
        <translation>Mal ditutup sampai pukul %1</translation>
    </message>
    <message>
        <source>Closed until %1</source>
        <translation>Tutup sampai pukul %1</translation>
    </message>
    <message>
        <source>No more numbers today</source>
        <translation>Pengambilan nomor hari ini sudah ditutup</translation>
    </message>
    <message>
        <source>Today&apos;s quota is used up</source>
        <translation>Kuota hari ini sudah habis</translation>
    </message>
    <message>
        <source>The hall is full just now</source>
        <translation>Ruang tunggu sedang penuh</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>Buka %1</translation>
    </message>
    <message>
        <source>Hall is full</source>
        <translation>Ruang penuh</translation>
    </message>
    <message>
        <source>No more today</source>
        <translation>Habis hari ini</translation>
    </message>
    <message>
        <source>Opens again %1.</source>
        <translation>Buka lagi %1.</translation>
    </message>
    <message>
        <source>You can take a number now; calls begin at %1.</source>
        <translation>Nomor tetap bisa diambil sekarang dan dipanggil mulai pukul %1.</translation>
    </message>
    <message>
        <source>Your number stays in line; no wait estimate yet.</source>
        <translation>Nomor Anda tetap dalam antrean; perkiraan waktu belum ada.</translation>
    </message>
    <message>
        <source>Officers go on serving numbers already taken.</source>
        <translation>Petugas tetap melayani nomor yang sudah terdaftar.</translation>
    </message>
    <message>
        <source>Get your papers ready now.</source>
        <translation>Siapkan berkasnya dari sekarang.</translation>
    </message>
    <message>
        <source>Please wait, or come back then.</source>
        <translation>Silakan tunggu, atau datang lagi pada waktu itu.</translation>
    </message>
    <message>
        <source>Please try again in a while, or ask an officer.</source>
        <translation>Silakan coba lagi nanti, atau tanyakan kepada petugas.</translation>
    </message>
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
</context>
<context>
    <name>antre::BarWindow</name>
    <message>
        <source>Antre counter</source>
        <translation>Antre loket</translation>
    </message>
</context>
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
    <name>antre::CameraPicture</name>
    <message>
        <source>Picture of the camera</source>
        <translation>Gambar kamera</translation>
    </message>
</context>
<context>
    <name>antre::CardOutline</name>
    <message>
        <source>A card, %1 pixels wide</source>
        <translation>Kartu selebar %1 piksel</translation>
    </message>
</context>
<context>
    <name>antre::ClosePanel</name>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Work is over</source>
        <translation>Jam kerja selesai</translation>
    </message>
    <message>
        <source>Close counter %1</source>
        <translation>Tutup loket %1</translation>
    </message>
    <message>
        <source>Close and sign out</source>
        <translation>Tutup dan keluar</translation>
    </message>
</context>
<context>
    <name>antre::CounterBar</name>
    <message>
        <source>Show the whole window</source>
        <translation>Tampilkan jendela penuh</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>istirahat</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>melayani</translation>
    </message>
    <message>
        <source>called</source>
        <translation>dipanggil</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Kosong</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>tidak terhubung</translation>
    </message>
</context>
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
        <source>&lt;b&gt;The service doesn&apos;t accept this console.&lt;/b&gt; Please tell the technician.</source>
        <translation>&lt;b&gt;Layanan pusat menolak perangkat ini.&lt;/b&gt; Hubungi teknisi.</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>menunggu jawaban</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>sudah dicatat</translation>
    </message>
    <message>
        <source>no connection since %1</source>
        <translation>terputus sejak %1</translation>
    </message>
    <message>
        <source>There is no connection to the queue service yet. This key works by itself when it is there.</source>
        <translation>Belum ada koneksi ke layanan antrean. Tombol ini berfungsi sendiri begitu tersambung.</translation>
    </message>
    <message>
        <source>No connection to the queue service since %1. This key works again by itself when it is back.</source>
        <translation>Terputus dari layanan antrean sejak %1. Tombol ini berfungsi lagi begitu tersambung.</translation>
    </message>
    <message>
        <source>This is noted for %1 already. It will be sent when the connection is back.</source>
        <translation>Untuk %1 sudah dicatat. Dikirim begitu koneksi kembali.</translation>
    </message>
    <message>
        <source>“%1” for %2 does not count: its paper says %3, which waits again.</source>
        <translation>“%1” untuk %2 tidak berlaku: di struknya tertulis %3, yang kembali menunggu.</translation>
    </message>
    <message>
        <source>“%1” for %2 came too late. %3</source>
        <translation>“%1” untuk %2 terlambat. %3</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is void.&lt;/b&gt; The visitor&apos;s paper says %2, which waits again.</source>
        <translation>&lt;b&gt;%1 tidak berlaku.&lt;/b&gt; Di struk pengunjung tertulis %2, yang kembali menunggu.</translation>
    </message>
    <message>
        <source>%1 noted; will be sent.</source>
        <translation>%1 sudah dicatat; nanti dikirim.</translation>
    </message>
    <message>
        <source>&lt;b&gt;“%1” is noted.&lt;/b&gt; It will be sent when the network is back.</source>
        <translation>&lt;b&gt;“%1” sudah dicatat.&lt;/b&gt; Dikirim begitu jaringan kembali.</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>semula %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not connected since %1.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Terputus sejak %1.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not connected yet.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Belum tersambung.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The console goes on trying by itself.</source>
        <translation>Konsol terus mencoba sendiri.</translation>
    </message>
    <message>
        <source>Calling works again by itself when it is back.</source>
        <translation>Pemanggilan berfungsi lagi begitu tersambung.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Slip not printed.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Struk tidak tercetak.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Slip uncertain,&lt;/b&gt; maybe no paper.</source>
        <translation>&lt;b&gt;Struk belum pasti,&lt;/b&gt; mungkin tidak ada.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 works at this counter,&lt;/b&gt; at another console.</source>
        <translation>&lt;b&gt;%1 bertugas di loket ini,&lt;/b&gt; di konsol lain.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The break was meant to end at %1.&lt;/b&gt; Press F4 to go on.</source>
        <translation>&lt;b&gt;Istirahat direncanakan selesai pukul %1.&lt;/b&gt; Tekan F4 untuk melanjutkan.</translation>
    </message>
    <message>
        <source>The counter is on a break. Go on first (F4).</source>
        <translation>Loket sedang istirahat. Lanjutkan dulu (F4).</translation>
    </message>
    <message>
        <source>This visitor was called as often as the mall allows. Press No-show (F6).</source>
        <translation>Pengunjung ini sudah dipanggil sebanyak batas mal. Tekan Tidak hadir (F6).</translation>
    </message>
    <message>
        <source>This visitor was called just now. Wait a moment, then call again.</source>
        <translation>Pengunjung ini baru saja dipanggil. Tunggu sebentar, lalu panggil ulang.</translation>
    </message>
    <message>
        <source>The counter chosen does not serve that line. Choose another counter.</source>
        <translation>Loket itu tidak melayani antrean tersebut. Pilih loket lain.</translation>
    </message>
    <message>
        <source>This service is in the visit already.</source>
        <translation>Layanan ini sudah ada dalam kunjungan.</translation>
    </message>
    <message>
        <source>This service is not in the visit any more.</source>
        <translation>Layanan ini tidak ada lagi dalam kunjungan.</translation>
    </message>
    <message>
        <source>A visit has six services at most. Finish some first.</source>
        <translation>Satu kunjungan paling banyak enam layanan. Selesaikan sebagian dulu.</translation>
    </message>
    <message>
        <source>That service is closed today. Choose another one.</source>
        <translation>Layanan itu tutup hari ini. Pilih layanan lain.</translation>
    </message>
    <message>
        <source>Today&apos;s quota of that service is used up.</source>
        <translation>Kuota layanan itu hari ini sudah habis.</translation>
    </message>
    <message>
        <source>Too late: ten seconds have passed. What was done stands.</source>
        <translation>Sepuluh detik sudah lewat, jadi tindakan itu tetap berlaku.</translation>
    </message>
    <message>
        <source>You have no right to do that. Ask the coordinator.</source>
        <translation>Anda belum punya hak untuk itu. Tanyakan kepada koordinator.</translation>
    </message>
    <message>
        <source>That kiosk is not registered any more. Choose another one.</source>
        <translation>Kiosk itu tidak terdaftar lagi. Pilih kiosk lain.</translation>
    </message>
    <message>
        <source>The mall&apos;s catalogue has just changed. Choose again.</source>
        <translation>Katalog mal baru saja berubah. Silakan pilih lagi.</translation>
    </message>
    <message>
        <source>first by %1</source>
        <translation>didahulukan %1</translation>
    </message>
    <message>
        <source>from a line that this counter helps</source>
        <translation>dari antrean yang dibantu loket ini</translation>
    </message>
    <message>
        <source>called out of turn</source>
        <translation>dipanggil di luar giliran</translation>
    </message>
    <message>
        <source>back from being set aside</source>
        <translation>kembali setelah ditunda</translation>
    </message>
    <message>
        <source>sent to this counter</source>
        <translation>dialihkan ke loket ini</translation>
    </message>
    <message>
        <source>from a line without a counter</source>
        <translation>dari antrean tanpa loket</translation>
    </message>
    <message>
        <source>The time aside is over.</source>
        <translation>Waktu tundanya sudah habis.</translation>
    </message>
    <message>
        <source>Sent to this counter by another one.</source>
        <translation>Dialihkan ke loket ini oleh loket lain.</translation>
    </message>
    <message>
        <source>No counter serves this line any more.</source>
        <translation>Tidak ada loket lagi untuk antrean ini.</translation>
    </message>
    <message>
        <source>First because of %1, %2.</source>
        <translation>Didahulukan: %1, %2.</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>Waktunya habis</translation>
    </message>
    <message>
        <source>back in %1</source>
        <translation>kembali dalam %1</translation>
    </message>
    <message>
        <source>%1 called</source>
        <translation>%1 dipanggil</translation>
    </message>
    <message>
        <source>%1 called again</source>
        <translation>%1 dipanggil ulang</translation>
    </message>
    <message>
        <source>%1 started</source>
        <translation>%1 mulai dilayani</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 selesai</translation>
    </message>
    <message>
        <source>%1 did not come</source>
        <translation>%1 tidak hadir</translation>
    </message>
    <message>
        <source>%1 set aside</source>
        <translation>%1 ditunda</translation>
    </message>
    <message>
        <source>%1 sent on</source>
        <translation>%1 dialihkan</translation>
    </message>
    <message>
        <source>%1 waits again</source>
        <translation>%1 menunggu lagi</translation>
    </message>
    <message>
        <source>%1: services changed</source>
        <translation>%1: layanan diubah</translation>
    </message>
    <message>
        <source>break begun</source>
        <translation>istirahat dimulai</translation>
    </message>
    <message>
        <source>break ended</source>
        <translation>istirahat selesai</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak pukul %1</translation>
    </message>
    <message>
        <source>back at %1</source>
        <translation>kembali pukul %1</translation>
    </message>
    <message>
        <source>No visitor is called here until you go on.</source>
        <translation>Tidak ada yang dipanggil ke loket ini sampai Anda melanjutkan.</translation>
    </message>
    <message>
        <source>The catalogue gives no line to this counter. Please tell the technician.</source>
        <translation>Katalog tidak memberi antrean kepada loket ini. Harap beri tahu teknisi.</translation>
    </message>
    <message>
        <source>%1 waiting for %2. You can help with F9.</source>
        <translation>%1 menunggu %2. Anda dapat membantu dengan F9.</translation>
    </message>
    <message>
        <source>New numbers appear here by themselves.</source>
        <translation>Nomor baru muncul di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Selesai: %1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Berikutnya: %1</translation>
    </message>
    <message>
        <source>The visitor then waits for: %1.</source>
        <translation>Setelah ini pengunjung menunggu: %1.</translation>
    </message>
    <message>
        <source>Nobody is waiting here.</source>
        <translation>Tidak ada yang menunggu di sini.</translation>
    </message>
    <message>
        <source>%1 waiting; %2 goes on.</source>
        <translation>%1 menunggu; %2 tetap melayani.</translation>
    </message>
    <message>
        <source>%1 waiting, and no other counter serves them.</source>
        <translation>%1 menunggu, dan tidak ada loket lain yang melayani mereka.</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>tidak terhubung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From any other program: Ctrl+Shift and the function key, such as Ctrl+Shift+F9 to call the next.</source>
        <translation>Dari program lain: Ctrl+Shift dan tombol fungsi, misalnya Ctrl+Shift+F9 untuk memanggil berikutnya.</translation>
    </message>
    <message>
        <source>From any other program: Ctrl+Shift and the function key. Another program has %1.</source>
        <translation>Dari program lain: Ctrl+Shift dan tombol fungsi. %1 dipakai program lain.</translation>
    </message>
    <message>
        <source>This desktop lets no program hear keys that are pressed in another one. Click into the bar first, or use its keys with the mouse.</source>
        <translation>Desktop ini tidak mengizinkan tombol didengar dari program lain. Klik bilahnya dulu, atau tekan tombolnya dengan tetikus.</translation>
    </message>
    <message>
        <source>Done, help %1</source>
        <translation>Selesai, bantu %1</translation>
    </message>
    <message>
        <source>Help %1</source>
        <translation>Bantu antrean %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Mulai %1</translation>
    </message>
    <message>
        <source>Done with %1</source>
        <translation>Selesai %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Help others</source>
        <translation>Bantu antrean lain</translation>
    </message>
    <message>
        <source>Set aside …</source>
        <translation>Tunda …</translation>
    </message>
    <message>
        <source>Send on …</source>
        <translation>Alihkan …</translation>
    </message>
    <message>
        <source>Visit …</source>
        <translation>Kunjungan …</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Slip …</source>
        <translation>Struk …</translation>
    </message>
    <message>
        <source>Call now</source>
        <translation>Panggil sekarang</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Break …</source>
        <translation>Istirahat …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Call the
next</source>
        <translation>Panggil
berikutnya</translation>
    </message>
    <message>
        <source>Call
%1</source>
        <translation>Panggil
%1</translation>
    </message>
    <message>
        <source>Help
%1</source>
        <translation>Bantu
%1</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantu</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Panggil</translation>
    </message>
    <message>
        <source>Print the slip of</source>
        <translation>Cetak struk</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 detik</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>lagi dalam %1</translation>
    </message>
    <message>
        <source>called %1</source>
        <translation>dipanggil %1</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>istirahat</translation>
    </message>
    <message>
        <source>no kiosk</source>
        <translation>tidak ada kiosk</translation>
    </message>
    <message>
        <source>%1 is still at the counter. Finish with that visitor first (F11).</source>
        <translation>%1 masih di loket. Selesaikan dulu (F11).</translation>
    </message>
    <message>
        <source>%1 was called just now. Give the visitor time to come; call again in %2.</source>
        <translation>%1 baru saja dipanggil. Beri waktu untuk datang; panggil ulang dalam %2.</translation>
    </message>
    <message>
        <source>%1 has been called %2, which is the limit. Press No-show (F6); who comes later is brought back from the list.</source>
        <translation>%1 sudah dipanggil %2, yaitu batasnya. Tekan Tidak hadir (F6); bila datang, kembalikan dari daftar.</translation>
    </message>
    <message>
        <source>The counter is not on a break.</source>
        <translation>Loket tidak sedang istirahat.</translation>
    </message>
    <message>
        <source>Somebody waits in your own line. Call that visitor first (F9).</source>
        <translation>Antrean Anda sendiri belum kosong. Panggil dulu dari sana (F9).</translation>
    </message>
    <message>
        <source>Everybody is called in turn. Calling out of turn takes a right of its own; ask the coordinator.</source>
        <translation>Semua dipanggil menurut giliran. Memanggil di luar giliran perlu hak tersendiri; tanyakan koordinator.</translation>
    </message>
    <message>
        <source>There is nothing that could be undone any more.</source>
        <translation>Tidak ada lagi yang dapat dibatalkan.</translation>
    </message>
    <message>
        <source>No kiosk is registered that could print.</source>
        <translation>Belum ada kiosk terdaftar yang dapat mencetak.</translation>
    </message>
    <message>
        <source>closed today, or its quota is used up</source>
        <translation>tutup hari ini, atau kuotanya habis</translation>
    </message>
    <message>
        <source>being served here; no other counter is open</source>
        <translation>sedang dilayani di sini; loket lain belum buka</translation>
    </message>
    <message>
        <source>in this visit already</source>
        <translation>sudah ada dalam kunjungan ini</translation>
    </message>
    <message>
        <source>Lobby</source>
        <translation>Lobi</translation>
    </message>
    <message>
        <source>The hall is full just now. Try again in a while.</source>
        <translation>Ruang tunggu sedang penuh. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>The coordinator can still give a number.</source>
        <translation>Koordinator masih dapat memberi nomor.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 does not answer.&lt;/b&gt; Choose another kiosk (Ctrl+K), or show the code.</source>
        <translation>&lt;b&gt;%1 tidak menjawab.&lt;/b&gt; Pilih kios lain (Ctrl+K) atau tampilkan kodenya.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is out of paper.&lt;/b&gt; Choose another kiosk (Ctrl+K), or put in a roll.</source>
        <translation>&lt;b&gt;Kertas %1 habis.&lt;/b&gt; Pilih kios lain (Ctrl+K) atau pasang gulungan baru.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 can&apos;t print now: %2.&lt;/b&gt; Choose another kiosk (Ctrl+K), or show the code.</source>
        <translation>&lt;b&gt;%1 sedang tidak bisa mencetak: %2.&lt;/b&gt; Pilih kios lain (Ctrl+K) atau tampilkan kodenya.</translation>
    </message>
    <message>
        <source>Nobody is ahead.</source>
        <translation>Tidak ada orang di depan.</translation>
    </message>
    <message>
        <source>%1 ahead.</source>
        <translation>%1 orang di depan.</translation>
    </message>
    <message>
        <source>Expected wait %1 minutes.</source>
        <translation>Perkiraan tunggu %1 menit.</translation>
    </message>
    <message>
        <source>Expected wait %1–%2 minutes.</source>
        <translation>Perkiraan tunggu %1–%2 menit.</translation>
    </message>
    <message>
        <source>This visitor may not be served today.</source>
        <translation>Pengunjung ini mungkin tidak terlayani hari ini.</translation>
    </message>
    <message>
        <source>No slip. The visitor notes the number or takes the code.</source>
        <translation>Tanpa struk. Pengunjung mencatat nomornya atau memindai kode.</translation>
    </message>
    <message>
        <source>Slip being printed at %1.</source>
        <translation>Struk sedang dicetak di %1.</translation>
    </message>
    <message>
        <source>Slip printed at %1.</source>
        <translation>Struk sudah dicetak di %1.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 did not print the slip.&lt;/b&gt; The number is valid. Print it at another kiosk, or show the code.</source>
        <translation>&lt;b&gt;%1 tidak mencetak struknya.&lt;/b&gt; Nomornya sah. Cetak di kios lain atau tampilkan kodenya.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The slip at %1 is uncertain.&lt;/b&gt; Look there before you print it again.</source>
        <translation>&lt;b&gt;Struk di %1 tidak pasti.&lt;/b&gt; Lihat dulu di sana sebelum mencetak lagi.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 has not answered.&lt;/b&gt; The number is valid; its slip may still come out. Print it at another kiosk, or show the code.</source>
        <translation>&lt;b&gt;%1 belum menjawab.&lt;/b&gt; Nomornya sah; struknya mungkin masih keluar. Cetak di kios lain atau tampilkan kodenya.</translation>
    </message>
    <message>
        <source>The note is being kept.</source>
        <translation>Catatan sedang disimpan.</translation>
    </message>
    <message>
        <source>The note is kept until tonight.</source>
        <translation>Catatan disimpan sampai nanti malam.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The note could not be kept.&lt;/b&gt; Please tell the counter.</source>
        <translation>&lt;b&gt;Catatan tidak dapat disimpan.&lt;/b&gt; Sampaikan langsung ke loket.</translation>
    </message>
    <message>
        <source>slips to look for: %1</source>
        <translation>struk yang perlu dicari: %1</translation>
    </message>
    <message>
        <source>slips not printed: %1</source>
        <translation>struk tidak tercetak: %1</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>tidak ada suara</translation>
    </message>
    <message>
        <source>chime only, no voice</source>
        <translation>hanya bunyi bel, tanpa suara</translation>
    </message>
    <message>
        <source>two slips with one number</source>
        <translation>dua struk dengan satu nomor</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>disk penuh</translation>
    </message>
    <message>
        <source>disk trouble</source>
        <translation>gangguan disk</translation>
    </message>
    <message>
        <source>pictures or films missing</source>
        <translation>gambar atau film tidak ada</translation>
    </message>
    <message>
        <source>call the technician (%1)</source>
        <translation>hubungi teknisi (%1)</translation>
    </message>
    <message>
        <source>Numbers that ended at closing: %1</source>
        <translation>%1 nomor berakhir saat tutup</translation>
    </message>
    <message>
        <source>Give a number …</source>
        <translation>Ambilkan nomor …</translation>
    </message>
    <message>
        <source>lobby</source>
        <translation>di lobi</translation>
    </message>
    <message>
        <source>In the lobby you give numbers. To call visitors, sign in at a counter.</source>
        <translation>Di lobi Anda memberi nomor. Untuk memanggil pengunjung, masuklah di sebuah loket.</translation>
    </message>
    <message>
        <source>The day is closed: nobody can be put back into a line. Finish with who is here.</source>
        <translation>Hari layanan sudah ditutup: tidak ada yang bisa kembali ke antrean. Selesaikan yang masih di loket.</translation>
    </message>
    <message>
        <source>The kiosk that gave this number is still printing its slip. Wait a moment, then try again.</source>
        <translation>Kios yang memberi nomor ini masih mencetak struknya. Tunggu sebentar, lalu coba lagi.</translation>
    </message>
    <message>
        <source>no spoken guidance</source>
        <translation>tanpa panduan suara</translation>
    </message>
    <message>
        <source>paper for about %1 slips</source>
        <translation>kertas untuk sekitar %1 struk</translation>
    </message>
    <message>
        <source>Has an appointment at %1.</source>
        <translation>Punya janji temu pukul %1.</translation>
    </message>
    <message>
        <source>takes no visitors just now</source>
        <translation>sedang tidak melayani pengunjung</translation>
    </message>
</context>
<context>
    <name>antre::DeviceWords</name>
    <message>
        <source>paper nearly used up</source>
        <translation>kertas hampir habis</translation>
    </message>
    <message>
        <source>out of paper</source>
        <translation>kertas habis</translation>
    </message>
    <message>
        <source>printer&apos;s cover open</source>
        <translation>tutup printer terbuka</translation>
    </message>
    <message>
        <source>printer reports a fault</source>
        <translation>printer melaporkan gangguan</translation>
    </message>
    <message>
        <source>printer is paused</source>
        <translation>printer dijeda</translation>
    </message>
    <message>
        <source>printer does not answer</source>
        <translation>printer tidak menjawab</translation>
    </message>
    <message>
        <source>print service does not answer</source>
        <translation>layanan cetak tidak menjawab</translation>
    </message>
    <message>
        <source>printer %1</source>
        <translation>printer %1</translation>
    </message>
    <message>
        <source>paper nearly used up, about %1 slips left</source>
        <translation>kertas hampir habis, kira-kira %1 struk lagi</translation>
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
        <translation>
            <numerusform>%n instansi</numerusform>
        </translation>
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
    <message>
        <source>Not known
yet</source>
        <translation>Belum
diketahui</translation>
    </message>
    <message>
        <source>Network lost since %1, %2.</source>
        <translation>Jaringan terputus sejak %1, %2.</translation>
    </message>
    <message>
        <source>Closed
until %1</source>
        <translation>Tutup
sampai %1</translation>
    </message>
    <message>
        <source>Closed until %1</source>
        <translation>Tutup sampai pukul %1</translation>
    </message>
    <message>
        <source>%1 closed until %2</source>
        <translation>%1 tutup sampai pukul %2</translation>
    </message>
    <message>
        <source>The hall is full just now</source>
        <translation>Ruang tunggu sedang penuh</translation>
    </message>
    <message>
        <source>Called numbers are shown large on this screen, with a chime.</source>
        <translation>Nomor yang dipanggil tampil besar di layar ini, disertai bunyi bel.</translation>
    </message>
    <message>
        <source>Called numbers are shown large on this screen and spoken.</source>
        <translation>Nomor yang dipanggil tampil besar di layar ini dan diucapkan.</translation>
    </message>
    <message>
        <source>Called numbers are shown large on this screen and spoken several times.</source>
        <translation>Nomor yang dipanggil tampil besar di layar ini dan diucapkan beberapa kali.</translation>
    </message>
    <message>
        <source>calls are not spoken, only the chime is heard</source>
        <translation>panggilan tidak diucapkan, hanya bel yang terdengar</translation>
    </message>
    <message>
        <source>no sound: calls can&apos;t be heard</source>
        <translation>tidak ada suara: panggilan tidak terdengar</translation>
    </message>
    <message>
        <source>%1 can&apos;t be shown</source>
        <translation>%1 tidak dapat ditampilkan</translation>
    </message>
    <message numerus="yes">
        <source>%n files can&apos;t be shown, among them %1</source>
        <translation>
            <numerusform>%n berkas tidak dapat ditampilkan, antara lain %1</numerusform>
        </translation>
    </message>
    <message>
        <source>there are no pictures to show</source>
        <translation>tidak ada gambar untuk ditampilkan</translation>
    </message>
    <message>
        <source>the disk can&apos;t be written: after a restart calls may be spoken again</source>
        <translation>cakram tidak dapat ditulis: setelah dinyalakan ulang, panggilan mungkin diucapkan lagi</translation>
    </message>
    <message>
        <source>not in the catalogue: counter %1</source>
        <translation>tidak ada dalam katalog: loket %1</translation>
    </message>
    <message>
        <source>Back
at %1</source>
        <translation>Kembali
pukul %1</translation>
    </message>
    <message>
        <source>Back
soon</source>
        <translation>Segera
kembali</translation>
    </message>
    <message>
        <source>Take a number with your phone</source>
        <translation>Ambil nomor dengan ponsel Anda</translation>
    </message>
</context>
<context>
    <name>antre::FirstStartDone</name>
    <message>
        <source>This kiosk is ready</source>
        <translation>Kiosk ini siap</translation>
    </message>
    <message>
        <source>It is &lt;b&gt;%1&lt;/b&gt; of the service at %2.</source>
        <translation>Kiosk ini &lt;b&gt;%1&lt;/b&gt; dari layanan di %2.</translation>
    </message>
    <message>
        <source>Slips come from &lt;b&gt;%1&lt;/b&gt;, on paper of %2 mm.</source>
        <translation>Struk dicetak oleh &lt;b&gt;%1&lt;/b&gt;, pada kertas %2 mm.</translation>
    </message>
    <message>
        <source>The screen is %1 mm wide.</source>
        <translation>Lebar layarnya %1 mm.</translation>
    </message>
    <message>
        <source>Open the kiosk</source>
        <translation>Buka kiosk</translation>
    </message>
</context>
<context>
    <name>antre::FirstStartPage</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Langkah %1 dari %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>antre::FirstStartPrinters</name>
    <message>
        <source>Which printer makes the slips?</source>
        <translation>Printer mana yang membuat struk?</translation>
    </message>
    <message>
        <source>Asking the print service …</source>
        <translation>Menanyai layanan cetak …</translation>
    </message>
    <message>
        <source>&lt;b&gt;The print service of this machine knows no printer.&lt;/b&gt; Switch the printer on, connect it, and set up a queue for it.</source>
        <translation>&lt;b&gt;Layanan cetak mesin ini belum mengenal printer.&lt;/b&gt; Nyalakan dan sambungkan printernya, lalu buatkan antrean cetak untuknya.</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>berhenti</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Cari lagi</translation>
    </message>
    <message>
        <source>More printers</source>
        <translation>Printer lain</translation>
    </message>
</context>
<context>
    <name>antre::FirstStartSize</name>
    <message>
        <source>How large is this screen?</source>
        <translation>Seberapa besar layar ini?</translation>
    </message>
    <message>
        <source>Hold an identity card or a bank card against the glass. Make the card on the screen exactly as large.</source>
        <translation>Tempelkan KTP atau kartu bank pada kaca. Samakan besar kartu di layar dengan kartu itu.</translation>
    </message>
    <message>
        <source>Much smaller</source>
        <translation>Jauh lebih kecil</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Lebih kecil</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lebih besar</translation>
    </message>
    <message>
        <source>Much larger</source>
        <translation>Jauh lebih besar</translation>
    </message>
    <message>
        <source>It is as large</source>
        <translation>Sudah sama besar</translation>
    </message>
</context>
<context>
    <name>antre::FirstStartTestSlip</name>
    <message>
        <source>Print a test slip</source>
        <translation>Cetak struk uji</translation>
    </message>
    <message>
        <source>Printer &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Printer &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>How wide is its paper?</source>
        <translation>Berapa lebar kertasnya?</translation>
    </message>
    <message>
        <source>&lt;b&gt;Did a slip come out?&lt;/b&gt; It is right if nothing is cut off at either side and the paper was cut below the last line.</source>
        <translation>&lt;b&gt;Apakah struknya keluar?&lt;/b&gt; Benar jika tidak ada yang terpotong di kiri dan kanan, dan kertasnya terpotong di bawah baris terakhir.</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Mencetak …</translation>
    </message>
    <message>
        <source>&lt;b&gt;No slip was printed.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Struk tidak tercetak.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>No, print again</source>
        <translation>Tidak, cetak lagi</translation>
    </message>
    <message>
        <source>Yes, it is right</source>
        <translation>Ya, benar</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
</context>
<context>
    <name>antre::FirstStartTyping</name>
    <message>
        <source>Connect this kiosk</source>
        <translation>Sambungkan kiosk ini</translation>
    </message>
    <message>
        <source>The code for this kiosk</source>
        <translation>Kode untuk kiosk ini</translation>
    </message>
    <message>
        <source>Eight letters and digits. The manager&apos;s page shows them under Devices; they are good for ten minutes.</source>
        <translation>Delapan huruf dan angka. Halaman pengelola menampilkannya di bagian Perangkat; berlaku sepuluh menit.</translation>
    </message>
    <message>
        <source>Hold the QR code of the manager&apos;s page before the camera, or type the address of the queue service, such as 192.168.7.2.</source>
        <translation>Arahkan kode QR dari halaman pengelola ke kamera, atau ketik alamat layanan antrean, misalnya 192.168.7.2.</translation>
    </message>
    <message>
        <source>Type the address of the queue service as the manager&apos;s page shows it under Devices, such as 192.168.7.2.</source>
        <translation>Ketik alamat layanan antrean seperti di halaman pengelola bagian Perangkat, misalnya 192.168.7.2.</translation>
    </message>
    <message>
        <source>Asking the service …</source>
        <translation>Menghubungi layanan antrean …</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Sambungkan</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>misalnya %1</translation>
    </message>
</context>
<context>
    <name>antre::Guidance</name>
    <message>
        <source>Chosen.</source>
        <translation>Dipilih.</translation>
    </message>
    <message>
        <source>Type the number of your choice, or walk with the arrows and press Enter. Zero goes back, the star reads again.</source>
        <translation>Ketik nomor pilihan Anda, atau pindah dengan tombol panah lalu tekan Enter. Nol untuk kembali, bintang untuk mendengar lagi.</translation>
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
    <name>antre::IssuePanel</name>
    <message>
        <source>A number for a visitor</source>
        <translation>Nomor untuk pengunjung</translation>
    </message>
    <message>
        <source>Nothing about the person is needed, only what the visit is for.</source>
        <translation>Data diri tidak diperlukan, cukup keperluannya.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Struk</translation>
    </message>
    <message>
        <source>Code for a phone</source>
        <translation>Kode untuk HP</translation>
    </message>
    <message>
        <source>choose a service</source>
        <translation>pilih layanan</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Next visitor</source>
        <translation>Pengunjung berikutnya</translation>
    </message>
    <message>
        <source>Print at %1</source>
        <translation>Cetak di %1</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>Tampilkan nomor</translation>
    </message>
    <message>
        <source>The visitor&apos;s number</source>
        <translation>Nomor pengunjung</translation>
    </message>
    <message>
        <source>No name, no phone number. Erased tonight.</source>
        <translation>Tanpa nama dan nomor HP. Dihapus nanti malam.</translation>
    </message>
</context>
<context>
    <name>antre::IssuedCard</name>
    <message>
        <source>Code to follow the number on a phone</source>
        <translation>Kode untuk memantau nomor lewat HP</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Nomor %1</translation>
    </message>
    <message>
        <source>This mall has no address for phones.</source>
        <translation>Mal ini belum punya alamat untuk HP.</translation>
    </message>
    <message>
        <source>The visitor&apos;s phone can follow the number here.</source>
        <translation>Dengan kode ini HP pengunjung dapat memantau nomornya.</translation>
    </message>
    <message>
        <source>Print at %1</source>
        <translation>Cetak di %1</translation>
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
    <message>
        <source>&lt;b&gt;Ask an officer for the slip.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Minta struk ke petugas.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Slip did not come out?</source>
        <translation>Struk tidak keluar?</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Tetap di sini</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Nomor lain</translation>
    </message>
</context>
<context>
    <name>antre::IssuingPage</name>
    <message>
        <source>Your number is coming</source>
        <translation>Nomor Anda sedang disiapkan</translation>
    </message>
    <message>
        <source>This takes longer than usual. Please wait here: %1 seconds so far.</source>
        <translation>Lebih lama dari biasanya. Mohon tunggu di sini: sudah %1 detik.</translation>
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
    <name>antre::LookPage</name>
    <message>
        <source>Indonesia</source>
        <extracomment>The key that changes to the other language, named in that language.</extracomment>
        <translation>English</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Huruf lebih besar</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Large list</source>
        <translation>Daftar besar</translation>
    </message>
    <message>
        <source>Only who waits, and one line of keys</source>
        <translation>Hanya antrean dan satu baris tombol</translation>
    </message>
    <message>
        <source>Small bar</source>
        <translation>Bilah kecil</translation>
    </message>
    <message>
        <source>Stays above other programs</source>
        <translation>Selalu di atas program lain</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Tampilan</translation>
    </message>
</context>
<context>
    <name>antre::NextNumbers</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
</context>
<context>
    <name>antre::OfficerDesk</name>
    <message>
        <source>It is printed.</source>
        <translation>Sudah tercetak.</translation>
    </message>
    <message>
        <source>The printer has taken it. Did it come out?</source>
        <translation>Printer sudah menerimanya. Apakah struknya keluar?</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing was printed.&lt;/b&gt; Look at paper, cover and cable.</source>
        <translation>&lt;b&gt;Tidak ada yang tercetak.&lt;/b&gt; Periksa kertas, penutup, dan kabel.</translation>
    </message>
    <message>
        <source>The printer did not say how it ended. Please look.</source>
        <translation>Printer tidak memberi tahu hasilnya. Silakan lihat.</translation>
    </message>
</context>
<context>
    <name>antre::OfficerKiosk</name>
    <message>
        <source>This kiosk</source>
        <translation>Kiosk ini</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Suara</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Terang layar</translation>
    </message>
    <message>
        <source>Restart the kiosk</source>
        <translation>Mulai ulang kiosk</translation>
    </message>
    <message>
        <source>Really restart?</source>
        <translation>Benar, mulai ulang?</translation>
    </message>
    <message>
        <source>Leave to the desktop</source>
        <translation>Keluar ke desktop</translation>
    </message>
    <message>
        <source>Really leave?</source>
        <translation>Benar, keluar?</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>tersambung</translation>
    </message>
    <message>
        <source>away since %1</source>
        <translation>terputus sejak %1</translation>
    </message>
    <message>
        <source>never reached since the start</source>
        <translation>belum tersambung sejak dinyalakan</translation>
    </message>
    <message>
        <source>slips not reported: %1</source>
        <translation>struk belum dilaporkan: %1</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Jaringan</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>right</source>
        <translation>tepat</translation>
    </message>
    <message>
        <source>corrected by %1 seconds</source>
        <translation>dikoreksi %1 detik</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>less</source>
        <translation>kurangi</translation>
    </message>
    <message>
        <source>more</source>
        <translation>tambah</translation>
    </message>
</context>
<context>
    <name>antre::OfficerMenu</name>
    <message>
        <source>For officers</source>
        <translation>Untuk petugas</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>slips to look for: %1</source>
        <translation>struk yang perlu dilihat: %1</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>tanpa jaringan</translation>
    </message>
    <message>
        <source>&lt;b&gt;This kiosk is paused.&lt;/b&gt; Visitors can&apos;t take numbers here.</source>
        <translation>&lt;b&gt;Kiosk ini dijeda.&lt;/b&gt; Pengunjung tidak bisa mengambil nomor di sini.</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>Beri nomor</translation>
    </message>
    <message>
        <source>for a visitor, by search</source>
        <translation>untuk pengunjung, lewat pencarian</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>Struk</translation>
    </message>
    <message>
        <source>print again, look for</source>
        <translation>cetak lagi, cari</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>paper, test, cut</source>
        <translation>kertas, uji, potong</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>Kiosk ini</translation>
    </message>
    <message>
        <source>network, clock, sound</source>
        <translation>jaringan, jam, suara</translation>
    </message>
    <message>
        <source>Open the kiosk again</source>
        <translation>Buka kiosk lagi</translation>
    </message>
    <message>
        <source>visitors can take numbers</source>
        <translation>pengunjung bisa mengambil nomor</translation>
    </message>
    <message>
        <source>Pause the kiosk</source>
        <translation>Jeda kiosk</translation>
    </message>
    <message>
        <source>with a message</source>
        <translation>dengan pesan</translation>
    </message>
</context>
<context>
    <name>antre::OfficerNamePage</name>
    <message>
        <source>For officers</source>
        <translation>Untuk petugas</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>Siapa nama Anda?</translation>
    </message>
    <message>
        <source>I am the technician</source>
        <translation>Saya teknisi</translation>
    </message>
    <message>
        <source>Type the first letters</source>
        <translation>Ketik huruf-huruf awal</translation>
    </message>
</context>
<context>
    <name>antre::OfficerPanel</name>
    <message>
        <source>Technician</source>
        <translation>Teknisi</translation>
    </message>
</context>
<context>
    <name>antre::OfficerPause</name>
    <message>
        <source>This kiosk is being cleaned.</source>
        <translation>Kiosk ini sedang dibersihkan.</translation>
    </message>
    <message>
        <source>This kiosk is out of order.</source>
        <translation>Kiosk ini sedang rusak.</translation>
    </message>
    <message>
        <source>No numbers are given here just now.</source>
        <translation>Untuk sementara nomor tidak diberikan di sini.</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Pembersihan</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Alasan lain</translation>
    </message>
    <message>
        <source>Pause the kiosk</source>
        <translation>Jeda kiosk</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Visitors read:</source>
        <translation>Pengunjung membaca:</translation>
    </message>
    <message>
        <source>The kiosk opens again here, or by itself when a new day begins.</source>
        <translation>Kiosk dibuka lagi di sini, atau dengan sendirinya saat hari baru mulai.</translation>
    </message>
</context>
<context>
    <name>antre::OfficerPinPage</name>
    <message>
        <source>Your PIN</source>
        <translation>PIN Anda</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Hapus angka terakhir</translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation>%1 angka diketik</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Sebentar …</translation>
    </message>
    <message>
        <source>Name and PIN don&apos;t match.</source>
        <translation>Nama dan PIN tidak cocok.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait %1 seconds.</source>
        <translation>PIN salah terlalu sering. Tunggu %1 detik.</translation>
    </message>
    <message>
        <source>No network: only who has signed in at this kiosk before can do it now.</source>
        <translation>Tanpa jaringan: hanya yang pernah masuk di kiosk ini yang bisa masuk sekarang.</translation>
    </message>
</context>
<context>
    <name>antre::OfficerPrinters</name>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Printer of this kiosk</source>
        <translation>Printer kiosk ini</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>About %1 slips left on the roll.</source>
        <translation>Sisa gulungan kira-kira %1 struk.</translation>
    </message>
    <message>
        <source>Nobody has said when a roll was put in.</source>
        <translation>Belum ada yang memberi tahu kapan gulungan dipasang.</translation>
    </message>
    <message>
        <source>New roll is in</source>
        <translation>Gulungan baru terpasang</translation>
    </message>
    <message>
        <source>Test slip</source>
        <translation>Struk uji</translation>
    </message>
    <message>
        <source>Feed and cut</source>
        <translation>Majukan dan potong</translation>
    </message>
</context>
<context>
    <name>antre::OfficerProof</name>
    <message>
        <source>Technician</source>
        <translation>Teknisi</translation>
    </message>
</context>
<context>
    <name>antre::OfficerSlips</name>
    <message>
        <source>Today&apos;s slips</source>
        <translation>Struk hari ini</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>No number was given here today.</source>
        <translation>Hari ini belum ada nomor yang diberikan di sini.</translation>
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
        <source>being printed</source>
        <translation>sedang dicetak</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>tercetak</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>tidak tercetak</translation>
    </message>
    <message>
        <source>unknown: is it in the printer?</source>
        <translation>belum jelas: ada di printer?</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Struk ada</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Cetak lagi</translation>
    </message>
</context>
<context>
    <name>antre::OnScreenKeyboard</name>
    <message>
        <source>Digits</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Huruf</translation>
    </message>
    <message>
        <source>Erase the last letter</source>
        <translation>Hapus huruf terakhir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>space</source>
        <translation>spasi</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Kosongkan</translation>
    </message>
</context>
<context>
    <name>antre::OutcomePanel</name>
    <message>
        <source>What was done</source>
        <translation>Hasil layanan</translation>
    </message>
    <message>
        <source>What was done for %1</source>
        <translation>Hasil layanan %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>antre::Panel</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>antre::ParkPanel</name>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Berapa lama</translation>
    </message>
    <message>
        <source>Set %1 aside</source>
        <translation>Tunda %1</translation>
    </message>
    <message>
        <source>The visitor keeps the number and comes back to the same place in line.</source>
        <translation>Nomor tetap, dan pengunjung kembali ke tempatnya semula dalam antrean.</translation>
    </message>
    <message>
        <source>Set %1 aside for %2</source>
        <translation>Tunda %1 selama %2</translation>
    </message>
</context>
<context>
    <name>antre::PausePanel</name>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Back at</source>
        <translation>Kembali pukul</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>tidak disebutkan</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, dalam %2</translation>
    </message>
    <message>
        <source>Counter %1 takes a break</source>
        <translation>Loket %1 istirahat</translation>
    </message>
    <message>
        <source>Take a break</source>
        <translation>Mulai istirahat</translation>
    </message>
    <message>
        <source>No visitor is called here until you go on.</source>
        <translation>Tidak ada yang dipanggil ke loket ini sampai Anda melanjutkan.</translation>
    </message>
</context>
<context>
    <name>antre::PausedLayer</name>
    <message>
        <source>Please go to another kiosk, or ask an officer for a number.</source>
        <translation>Silakan ke kiosk lain, atau minta nomor ke petugas.</translation>
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
    <message>
        <source>Last calls</source>
        <translation>Panggilan terakhir</translation>
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
    <name>antre::QueuePanel</name>
    <message>
        <source>Who waits, in calling order</source>
        <translation>Yang menunggu, menurut urutan panggilan</translation>
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
        <source>Connected</source>
        <translation>Terhubung</translation>
    </message>
    <message>
        <source>Not connected since %1</source>
        <translation>Terputus sejak %1</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Belum tersambung</translation>
    </message>
    <message>
        <source>May have no paper: %1</source>
        <translation>Mungkin tanpa struk: %1</translation>
    </message>
    <message>
        <source>%1 numbers may have no paper</source>
        <translation>%1 nomor mungkin tanpa struk</translation>
    </message>
    <message>
        <source>Who was set aside or did not come</source>
        <translation>Yang ditunda atau tidak hadir</translation>
    </message>
    <message>
        <source>Set aside and missed</source>
        <translation>Ditunda dan terlewat</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>no line belongs to this counter</source>
        <translation>loket ini tidak memiliki antrean</translation>
    </message>
    <message>
        <source>%1 (+%2)</source>
        <translation>%1 (+%2)</translation>
    </message>
    <message>
        <source>Number …</source>
        <translation>Nomor …</translation>
    </message>
</context>
<context>
    <name>antre::ScanPage</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Print the slip again</source>
        <translation>Cetak struk lagi</translation>
    </message>
</context>
<context>
    <name>antre::SearchField</name>
    <message>
        <source>Type what you need</source>
        <translation>Ketik yang Anda perlukan</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Diketik: %1</translation>
    </message>
</context>
<context>
    <name>antre::SearchPage</name>
    <message>
        <source>Type a few letters of what you need. Everyday words will do.</source>
        <translation>Ketik beberapa huruf dari yang Anda perlukan. Kata sehari-hari boleh.</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Cari layanan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>antre::SearchResults</name>
    <message>
        <source>Often looked for</source>
        <translation>Sering dicari</translation>
    </message>
    <message>
        <source>Perhaps you are looking for</source>
        <translation>Mungkin yang Anda cari</translation>
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
        <source>%1–%2 of %3</source>
        <translation>%1–%2 dari %3</translation>
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
    <name>antre::ServicePicker</name>
    <message>
        <source>Services</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>No service is called so. Try fewer letters.</source>
        <translation>Tidak ada layanan bernama demikian. Coba lebih sedikit huruf.</translation>
    </message>
    <message>
        <source>Type a service or an agency</source>
        <translation>Ketik nama layanan atau instansi</translation>
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
        <source>No officer is registered yet. The technician does that with antrectl.</source>
        <translation>Belum ada petugas terdaftar. Teknisi mendaftarkannya dengan antrectl.</translation>
    </message>
    <message>
        <source>The names appear when the console is connected.</source>
        <translation>Nama petugas muncul setelah perangkat tersambung.</translation>
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
    <message>
        <source>Lobby, without a counter</source>
        <translation>Lobi, tanpa loket</translation>
    </message>
    <message>
        <source>Give numbers to visitors</source>
        <translation>Memberi nomor kepada pengunjung</translation>
    </message>
</context>
<context>
    <name>antre::SlipPanel</name>
    <message>
        <source>At which kiosk</source>
        <translation>Di kiosk mana</translation>
    </message>
    <message>
        <source>Print the slip of %1 again</source>
        <translation>Cetak lagi struk %1</translation>
    </message>
    <message>
        <source>The same number, marked as a copy: another slip of it may be in a hand.</source>
        <translation>Nomor yang sama, ditandai salinan: struk lain mungkin sudah di tangan.</translation>
    </message>
    <message>
        <source>The same number. It was never printed before.</source>
        <translation>Nomor yang sama. Struknya belum pernah tercetak.</translation>
    </message>
    <message>
        <source>Print at %1</source>
        <translation>Cetak di %1</translation>
    </message>
</context>
<context>
    <name>antre::StaffCorner</name>
    <message>
        <source>For staff: %1</source>
        <translation>Untuk petugas: %1</translation>
    </message>
</context>
<context>
    <name>antre::StaffStrip</name>
    <message>
        <source>Staff:</source>
        <translation>Petugas:</translation>
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
        <source>Code of the page where phones take a number</source>
        <translation>Kode halaman untuk mengambil nomor lewat HP</translation>
    </message>
    <message>
        <source>Take a number on your phone</source>
        <translation>Ambil nomor lewat HP</translation>
    </message>
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
</context>
<context>
    <name>antre::Stepper</name>
    <message>
        <source>less</source>
        <translation>kurangi</translation>
    </message>
    <message>
        <source>more</source>
        <translation>tambah</translation>
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
    <message>
        <source>Break</source>
        <translation>Istirahat</translation>
    </message>
    <message>
        <source>Counter on a break</source>
        <translation>Loket istirahat</translation>
    </message>
    <message>
        <source>&lt;b&gt;Note:&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;Catatan:&lt;/b&gt; %1</translation>
    </message>
    <message>
        <source>appointment %1</source>
        <translation>janji temu %1</translation>
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
<context>
    <name>antre::TopBar</name>
    <message>
        <source>Close counter</source>
        <translation>Tutup loket</translation>
    </message>
    <message>
        <source>Sign in at a counter</source>
        <translation>Masuk ke loket</translation>
    </message>
    <message>
        <source>Break …</source>
        <translation>Istirahat …</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Lobby</source>
        <translation>Lobi</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
</context>
<context>
    <name>antre::TransferPanel</name>
    <message>
        <source>Place in line</source>
        <translation>Tempat antre</translation>
    </message>
    <message>
        <source>Keeps its place</source>
        <translation>Tempatnya tetap</translation>
    </message>
    <message>
        <source>Behind all others</source>
        <translation>Paling belakang</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Loket mana saja</translation>
    </message>
    <message>
        <source>Send %1 on</source>
        <translation>Alihkan %1</translation>
    </message>
    <message>
        <source>The visitor keeps the number and the slip.</source>
        <translation>Nomor dan struk tetap berlaku.</translation>
    </message>
    <message>
        <source>Send %1 to %2</source>
        <translation>Alihkan %1 ke %2</translation>
    </message>
    <message>
        <source>choose a service</source>
        <translation>pilih layanan</translation>
    </message>
</context>
<context>
    <name>antre::UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>%1. Possible for %2 more seconds.</source>
        <translation>%1. Masih dapat dibatalkan %2 detik lagi.</translation>
    </message>
</context>
<context>
    <name>antre::VisitPanel</name>
    <message>
        <source>Print the slip again …</source>
        <translation>Cetak lagi struk …</translation>
    </message>
    <message>
        <source>One service more</source>
        <translation>Tambah satu layanan</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>Hapus %1</translation>
    </message>
    <message>
        <source>Services of %1</source>
        <translation>Layanan %1</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Tambahkan: %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambahkan</translation>
    </message>
    <message>
        <source>choose a service</source>
        <translation>pilih layanan</translation>
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
