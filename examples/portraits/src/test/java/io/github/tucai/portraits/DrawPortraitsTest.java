package io.github.tucai.portraits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawPortraitsTest {
    @TempDir
    Path folder;

    @Test
    void drawsOnePortrait() throws IOException {
        DrawPortraits.main(new String[] {
            folder.toString(), "seed=3", "take=1", "size=90x120", "quality=DRAFT", "fault=HAT", "yaw=5"
        });
        assertThat(ImageIO.read(folder.resolve("portrait.png").toFile()).getHeight())
                .isEqualTo(120);
    }

    @Test
    void drawsAContactSheet() throws IOException {
        DrawPortraits.main(new String[] {folder.toString(), "sheet=students:2", "quality=DRAFT"});
        assertThat(ImageIO.read(folder.resolve("sheet.png").toFile()).getWidth())
                .isEqualTo(1800);
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> DrawPortraits.main(new String[] {folder.toString(), "nonsense"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name=value");
    }
}
