package io.github.tucai.portraits;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.Fault;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Draws portraits into PNG files.
 *
 * <pre>
 * DrawPortraits FOLDER seed=7 take=1 size=480x640 fault=EYES_SHUT yaw=10 quality=DRAFT
 * DrawPortraits FOLDER sheet=students:12 | sheet=people:24 | sheet=faults
 * </pre>
 */
public final class DrawPortraits {
    private static final int SHEET_COLUMNS = 6;
    private static final int TILE_HEIGHT = 400;

    private DrawPortraits() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException(
                    "Say where to: FOLDER [seed=7] [take=1] [size=480x640] [fault=EYES_SHUT] [yaw=10 …] [quality=DRAFT]"
                            + " or FOLDER sheet=students:12|people:24|faults");
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Request request = new Request();
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            request.take(argument);
        }
        request.draw(folder);
    }

    /** What the arguments ask for. */
    private static final class Request {
        private PortraitSpec spec = PortraitSpec.registration(1);
        private String sheet = "";

        void take(String argument) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("Expected name=value, got " + argument);
            }
            String value = argument.substring(equals + 1);
            switch (argument.substring(0, equals)) {
                case "sheet" -> sheet = value;
                case "seed" -> spec = PortraitSpec.registration(Long.parseLong(value));
                case "take" -> spec = spec.retake(Long.parseLong(value));
                case "fault" -> spec = Fault.valueOf(value).applyTo(spec);
                case "quality" -> spec = spec.with(Quality.valueOf(value));
                case "size" -> spec = sized(value);
                default -> spec = spec.with(dial(argument.substring(0, equals)), Double.parseDouble(value));
            }
        }

        private PortraitSpec sized(String value) {
            String[] sides = value.split("x", 2);
            if (sides.length < 2) {
                throw new IllegalArgumentException("Expected size=480x640, got size=" + value);
            }
            return spec.sized(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }

        private static Dial dial(String name) {
            return Dial.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        void draw(Path folder) throws IOException {
            if (sheet.isEmpty()) {
                ImageIO.write(
                        Portraits.draw(spec).image(),
                        "png",
                        folder.resolve("portrait.png").toFile());
            } else {
                ImageIO.write(sheet(specs()), "png", folder.resolve("sheet.png").toFile());
            }
        }

        private List<PortraitSpec> specs() {
            String[] parts = sheet.split(":", 2);
            int count = parts.length > 1 ? Integer.parseInt(parts[1]) : 12;
            List<PortraitSpec> specs = new ArrayList<>();
            switch (parts[0]) {
                case "students" -> {
                    for (int seed = 1; seed <= count; seed++) {
                        specs.add(PortraitSpec.registration(seed).with(spec.quality()));
                    }
                }
                case "people" -> {
                    for (int seed = 1; seed <= count; seed++) {
                        specs.add(PortraitSpec.person(seed).with(spec.quality()));
                    }
                }
                case "faults" -> {
                    for (Fault fault : Fault.values()) {
                        specs.add(fault.applyTo(spec));
                    }
                }
                default -> throw new IllegalArgumentException("Expected sheet=students|people|faults, got " + sheet);
            }
            return specs;
        }
    }

    /** Portraits side by side. */
    static BufferedImage sheet(List<PortraitSpec> specs) {
        int rows = (specs.size() + SHEET_COLUMNS - 1) / SHEET_COLUMNS;
        int wide = TILE_HEIGHT * 3 / 4;
        BufferedImage sheet = new BufferedImage(SHEET_COLUMNS * wide, rows * TILE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < specs.size(); i++) {
            BufferedImage image = Portraits.draw(specs.get(i)).image();
            graphics.drawImage(
                    image, i % SHEET_COLUMNS * wide, i / SHEET_COLUMNS * TILE_HEIGHT, wide, TILE_HEIGHT, null);
        }
        graphics.dispose();
        return sheet;
    }
}
