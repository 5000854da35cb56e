package io.github.tucai.print.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.spi.FeedbackForm;
import io.github.tucai.spi.PrintLayout;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallPartsTest {
    private static final FontChain FONTS = ShippedFonts.regular();

    @Test
    void theLayoutAndTheFormAreFoundAsPlugIns() {
        assertThat(ServiceLoader.load(PrintLayout.class))
                .hasOnlyElementsOfType(PdfPrintLayout.class)
                .hasSize(1);
        assertThat(ServiceLoader.load(FeedbackForm.class))
                .hasOnlyElementsOfType(PdfFeedbackForm.class)
                .hasSize(1);
    }

    @Test
    void theShippedFontHasCommonAndManyRareCharacters() {
        assertThat(FONTS.missing("张伟欧阳娜娜买买提·艾力 ABC 012X（）—…")).isEmpty();
        assertThat(FONTS.missing("䶮喆堃")).isEmpty();
        assertThat(FONTS.missing("\ud883\uddc1")).hasValue(0x30DC1);
        assertThat(FONTS.missing("葛\udb40\udd00")).hasValue(0xE0100);
    }

    @Test
    void aTextIsCutIntoAsFewRunsAsTheFontsAllow() {
        FontChain chain =
                new FontChain(List.of(Face.shipped("NotoSansSC-Bold.ttf"), Face.shipped("NotoSansSC-Regular.ttf")));
        assertThat(chain.runs("学号 2021")).singleElement().satisfies(run -> assertThat(run.face())
                .isZero());
        assertThatThrownBy(() -> chain.runs("\ud883\uddc1")).hasMessageContaining("U+30DC1");
    }

    @Test
    void saysWhichFontCannotBeRead(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("rare.ttf"), "no font at all, only some words");
        assertThatThrownBy(() -> Face.read(text))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("rare.ttf");
        assertThatThrownBy(() -> Face.read(folder.resolve("none.ttf"))).hasMessageContaining("none.ttf");
    }

    @Test
    void readsTheHeaderOfColourAndGreyPhotos() {
        byte[] colour = DrawnPhotos.jpeg(new BufferedImage(48, 64, BufferedImage.TYPE_INT_RGB));
        byte[] grey = DrawnPhotos.jpeg(new BufferedImage(30, 40, BufferedImage.TYPE_BYTE_GRAY));
        assertThat(JpegHeader.read(colour)).contains(new JpegHeader(48, 64, 3));
        assertThat(JpegHeader.read(grey)).contains(new JpegHeader(30, 40, 1));
    }

    @Test
    void aHeaderThatEndsTooEarlyIsNone() {
        byte[] whole = DrawnPhotos.jpeg(new BufferedImage(48, 64, BufferedImage.TYPE_INT_RGB));
        for (int length = 0; length < 160; length++) {
            assertThat(JpegHeader.read(Arrays.copyOf(whole, length)).isEmpty()).isTrue();
        }
    }

    @Test
    void noLineStartsWithClosingPunctuation() {
        List<String> lines = TextFlow.lines(FONTS, "一二三四五，六七八九十。PDF文件", 5);
        assertThat(lines).noneMatch(line -> line.startsWith("，") || line.startsWith("。"));
        assertThat(String.join("", lines)).isEqualTo("一二三四五，六七八九十。PDF文件");
        assertThat(lines).anyMatch(line -> line.contains("PDF"));
    }
}
