/** The default photo analyzer, finisher and reader of collection codes in pictures. */
module io.github.tucai.imaging {
    requires static transitive org.jspecify;
    requires transitive io.github.tucai.api;
    requires com.google.zxing;
    requires com.microsoft.onnxruntime;
    requires com.twelvemonkeys.imageio.webp;
    requires transitive java.desktop;
    requires metadata.extractor;
    requires org.slf4j;
    requires xmpcore;

    exports io.github.tucai.imaging;

    provides io.github.tucai.spi.CodeImageReader with
            io.github.tucai.imaging.internal.qr.QrCodeReader;
    provides io.github.tucai.spi.ImageAnalyzer with
            io.github.tucai.imaging.internal.OnnxImageAnalyzer;
    provides io.github.tucai.spi.PhotoFinisher with
            io.github.tucai.imaging.internal.finish.ResamplingFinisher;
}
