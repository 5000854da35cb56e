package io.github.tucai.imaging.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.photo.FileFacts;
import io.github.tucai.portraits.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say of the programs that made them, and of being generated. */
class FileMetadataTest {
    private static final byte[] JPEG = Pictures.jpeg(Images.gradient(20, 20), 0.9f);
    private static final byte[] PNG = Pictures.png(Images.gradient(20, 20));
    private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final String PARAMETERS =
            "a person\nNegative prompt: hat\nSteps: 20, Sampler: Euler a, CFG scale: 7";

    /** As phones write it: a digest of captions that are not there. */
    @Test
    void aContainerOfResourcesAloneIsNoProgram() {
        byte[] digest = bytes("Photoshop 3.0\0" + "8BIM\4\45\0\0\0\0\0\20" + "0123456789abcdef");
        assertThat(jpeg(0xED, digest).software()).isEmpty();
        assertThat(jpeg(0xEC, bytes("Ducky\0\1\0\4\0\0\0\74\0\0")).software()).isEmpty();
    }

    @Test
    void resourcesThatNameTheirProgramAreRead() {
        ByteArrayOutputStream version = new ByteArrayOutputStream();
        version.writeBytes(new byte[] {0, 0, 0, 1, 1});
        for (String name : new String[] {"Adobe Photoshop", "Adobe Photoshop 2024"}) {
            version.writeBytes(ByteBuffer.allocate(4).putInt(name.length()).array());
            version.writeBytes(name.getBytes(StandardCharsets.UTF_16BE));
        }
        version.writeBytes(new byte[] {0, 0, 0, 1});
        ByteBuffer all = ByteBuffer.allocate(14 + 12 + version.size() + (version.size() & 1));
        all.put(bytes("Photoshop 3.0\0" + "8BIM\4\41\0\0"))
                .putInt(version.size())
                .put(version.toByteArray());
        assertThat(jpeg(0xED, all.array()).software())
                .singleElement()
                .asString()
                .contains("Adobe Photoshop");
    }

    @Test
    void everyFieldThatNamesAProgramIsRead() {
        String xmp = packet(
                "",
                "<xmp:CreatorTool xmlns:xmp='http://ns.adobe.com/xap/1.0/'>one &amp; two</xmp:CreatorTool>"
                        + "<xmpMM:History xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/'><rdf:Seq><rdf:li rdf:parseType='Resource'"
                        + " xmlns:stEvt='http://ns.adobe.com/xap/1.0/sType/ResourceEvent#'>"
                        + "<stEvt:softwareAgent>three</stEvt:softwareAgent></rdf:li></rdf:Seq></xmpMM:History>");
        assertThat(xmpJpeg(xmp).software()).containsExactlyInAnyOrder("one & two", "three");
        assertThat(jpeg(0xFE, bytes("CREATOR: gd-jpeg v1.0")).software()).containsExactly("gd-jpeg v1.0");
        assertThat(jpeg(0xFE, bytes("Created with GIMP")).software()).containsExactly("GIMP");
        assertThat(png("tEXt", bytes("Software\0four")).software()).containsExactly("four");
        assertThat(png("zTXt", packed("Software\0\0", "five")).software()).containsExactly("five");
        assertThat(png("iTXt", packed("Software\0\1\0\0\0", "六")).software()).containsExactly("六");
        assertThat(png("iTXt", packed("XML:com.adobe.xmp\0\1\0\0\0", xmp)).software())
                .containsExactlyInAnyOrder("one & two", "three");
    }

    @ParameterizedTest
    @CsvSource({"1,AIGC Label=1", "2,AIGC Label=2", "3,AIGC Label=3", "0,", "4,", "13,"})
    void theLabelOfTheNationalStandardIsReadByItsValue(String label, String mark) {
        String json = "{\"Label\":\"" + label + "\",\"ContentProducer\":\"sample\"}";
        String escaped = json.replace("\"", "&quot;");
        String element = "<TC260:AIGC xmlns:TC260='http://www.tc260.org.cn/ns/AIGC/1.0/'>" + escaped + "</TC260:AIGC>";
        String[] marks = mark == null ? new String[0] : new String[] {mark};
        assertThat(xmpJpeg(packet("", element)).generationMarks()).containsExactly(marks);
        assertThat(xmpJpeg(packet("xmlns:a='urn:x' a:AIGC='" + escaped + "'", ""))
                        .generationMarks())
                .containsExactly(marks);
        assertThat(png("tEXt", bytes("AIGC\0" + json)).generationMarks()).containsExactly(marks);
        assertThat(png("iTXt", packed("Comment\0\1\0\0\0", "{\"AIGC\":" + json + "}"))
                        .generationMarks())
                .containsExactly(marks);
        assertThat(jpeg(0xFE, bytes("{\"AIGC\":" + json + "}")).generationMarks())
                .containsExactly(marks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trainedAlgorithmicMedia",
                "compositeWithTrainedAlgorithmicMedia",
                "compositeSynthetic",
                "algorithmicMedia"
            })
    void aDigitalSourceThatIsNoCameraIsAMark(String source) {
        String mark = "digitalSourceType=" + source;
        assertThat(xmpJpeg(sourced(IPTC + source)).generationMarks()).containsExactly(mark);
        assertThat(xmpJpeg(sourced(source)).generationMarks()).containsExactly(mark);
        assertThat(jpeg(0xEB, manifest(IPTC + source)).generationMarks()).containsExactly(mark);
        assertThat(png("caBX", manifest(source)).generationMarks()).containsExactly(mark);
    }

    /** An honest phone signs every photo, and galleries turn and crop. */
    @ParameterizedTest
    @ValueSource(
            strings = {"digitalCapture", "computationalCapture", "humanEdits", "compositeCapture", "screenCapture", ""})
    void whatACameraOrAPersonDidIsNoMark(String source) {
        assertThat(xmpJpeg(sourced(IPTC + source)).generationMarks()).isEmpty();
        FileFacts signed = jpeg(0xEB, manifest(IPTC + source));
        assertThat(signed.generationMarks()).isEmpty();
        assertThat(signed.software()).isEmpty();
    }

    @Test
    void aManifestInSeveralPartsIsReadAsOne() {
        byte[] whole = manifest(IPTC + "trainedAlgorithmicMedia");
        int middle = new String(whole, StandardCharsets.ISO_8859_1).indexOf("SourceType") + 4;
        byte[] head = Arrays.copyOf(whole, middle);
        ByteBuffer tail = ByteBuffer.allocate(16 + whole.length - middle);
        tail.put(whole, 0, 4).putInt(2).put(whole, 8, 8).put(whole, middle, whole.length - middle);
        byte[] file = Pictures.insert(JPEG, 2, Pictures.segment(0xEB, tail.array()));
        assertThat(facts(Pictures.insert(file, 2, Pictures.segment(0xEB, head))).generationMarks())
                .containsExactly("digitalSourceType=trainedAlgorithmicMedia");
    }

    @Test
    void parametersOfAGeneratorAreAMarkAndAreNotQuoted() {
        assertThat(png("tEXt", bytes("parameters\0" + PARAMETERS)).generationMarks())
                .containsExactly("generator parameters");
        String nodes = "{\"3\": {\"class_type\": \"KSampler\", \"inputs\": {\"seed\": 1}}}";
        assertThat(png("tEXt", bytes("prompt\0" + nodes)).generationMarks()).containsExactly("generator parameters");
        assertThat(facts(exif(ByteOrder.BIG_ENDIAN, 0x9286, 7, "ASCII\0\0\0" + PARAMETERS))
                        .generationMarks())
                .containsExactly("generator parameters");
        assertThat(png("tEXt", bytes("Comment\0Steps: 20 to the top")).generationMarks())
                .isEmpty();
    }

    @Test
    void anOrientationIsReadInBothOrdersAndAsALongNumber() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            for (int type : new int[] {3, 4}) {
                assertThat(facts(oriented(order, type)).exifOrientation())
                        .as("%s, type %d", order, type)
                        .isEqualTo(6);
            }
        }
    }

    /** Neither expanded nor followed. */
    @Test
    void aPacketWithADocumentTypeIsNotRead() {
        String bomb = "<!DOCTYPE x [<!ENTITY a 'Meitu'>]>"
                + packet("", "<xmp:CreatorTool xmlns:xmp='http://ns.adobe.com/xap/1.0/'>&a;</xmp:CreatorTool>");
        assertThat(xmpJpeg(bomb).software()).isEmpty();
        byte[] wide = bomb.getBytes(StandardCharsets.UTF_16);
        assertThat(jpeg(0xE1, join(bytes("http://ns.adobe.com/xap/1.0/\0"), wide))
                        .software())
                .isEmpty();
    }

    @Test
    void aTextThatUnpacksToTooMuchIsNotRead() {
        byte[] bomb = packed("parameters\0\0", PARAMETERS + " ".repeat(2 << 20));
        assertThat(bomb.length).isLessThan(10_000);
        assertThat(png("zTXt", bomb).generationMarks()).isEmpty();
    }

    @Test
    void damagedMetadataIsNoReasonToRefuseAPicture() {
        Random random = new Random(7);
        byte[][] segments = {
            Pictures.segment(
                    0xE1, join(bytes("http://ns.adobe.com/xap/1.0/\0"), bytes(sourced(IPTC + "algorithmicMedia")))),
            Pictures.segment(0xEB, manifest(IPTC + "algorithmicMedia")),
            Pictures.segment(0xED, bytes("Photoshop 3.0\0" + "8BIM\4\4\0\0\0\0\0\20" + "\34\2\101\0\4GIMPabcdefg"))
        };
        for (int i = 0; i < 300; i++) {
            byte[] segment = segments[i % segments.length].clone();
            for (int k = 0; k < 1 + random.nextInt(6); k++) {
                segment[4 + random.nextInt(segment.length - 4)] = (byte) random.nextInt(256);
            }
            assertThat(facts(Pictures.insert(JPEG, 2, segment)).width()).isEqualTo(20);
        }
    }

    private static String sourced(String source) {
        return packet("xmlns:e='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' e:DigitalSourceType='" + source + "'", "");
    }

    private static String packet(String attributes, String elements) {
        return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' " + attributes + ">" + elements
                + "</rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    /** A box of a manifest as C2PA's actions have it: texts of CBOR with their lengths. */
    private static byte[] manifest(String source) {
        ByteArrayOutputStream box = new ByteArrayOutputStream();
        box.writeBytes(bytes("jumbc2pa.actions\0\241factionlc2pa.created"));
        box.writeBytes(bytes("q" + "digitalSourceType"));
        box.writeBytes(new byte[] {0x78, (byte) source.length()});
        box.writeBytes(bytes(source + "mwhen"));
        ByteBuffer all = ByteBuffer.allocate(16 + box.size());
        all.put(bytes("JP\0\1"))
                .putInt(1)
                .putInt(8 + box.size())
                .put(bytes("jumb"))
                .put(box.toByteArray());
        return all.array();
    }

    private static byte[] oriented(ByteOrder order, int type) {
        ByteBuffer tiff =
                head(order, 1).putShort((short) 0x0112).putShort((short) type).putInt(1);
        if (type == 3) {
            tiff.putShort((short) 6).putShort((short) 0);
        } else {
            tiff.putInt(6);
        }
        return withTiff(tiff.putInt(0).array());
    }

    private static byte[] exif(ByteOrder order, int tag, int type, String text) {
        ByteBuffer tiff = head(order, 1)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26);
        tiff.putInt(0).putShort((short) 1);
        tiff.putShort((short) tag).putShort((short) type).putInt(text.length()).putInt(44);
        return withTiff(tiff.putInt(0).put(bytes(text)).array());
    }

    private static ByteBuffer head(ByteOrder order, int entries) {
        ByteBuffer tiff = ByteBuffer.allocate(400).order(order);
        tiff.put(bytes(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"));
        return tiff.putShort((short) 42).putInt(8).putShort((short) entries);
    }

    private static byte[] withTiff(byte[] tiff) {
        return Pictures.insert(JPEG, 2, Pictures.segment(0xE1, join(bytes("Exif\0\0"), tiff)));
    }

    private static FileFacts xmpJpeg(String packet) {
        return jpeg(0xE1, join(bytes("http://ns.adobe.com/xap/1.0/\0"), packet.getBytes(StandardCharsets.UTF_8)));
    }

    private static FileFacts jpeg(int marker, byte[] content) {
        return facts(Pictures.insert(JPEG, 2, Pictures.segment(marker, content)));
    }

    private static FileFacts png(String type, byte[] content) {
        // Behind the signature and the header.
        return facts(Pictures.insert(PNG, 33, Pictures.chunk(type, content)));
    }

    private static FileFacts facts(byte[] file) {
        return PhotoDecoder.standard().decode(Pictures.photo(file)).facts();
    }

    private static byte[] packed(String head, String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes(head));
        try (DeflaterOutputStream packing = new DeflaterOutputStream(all)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
