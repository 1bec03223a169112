package app.rotina.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AttachmentsTest {
    private static final String TASK = "task/1";
    private static final byte[] LETTER = "%PDF-1.7 a letter".getBytes(UTF_8);

    private JdbcClient jdbc;
    private Attachments attachments;

    @BeforeEach
    void open() {
        jdbc =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(jdbc, StateForTests.store("first"));
        StateForTests.add(jdbc, StateForTests.store("second"));
        attachments = StateForTests.attachments(jdbc, Clock.systemUTC());
    }

    @Test
    void givesBackWhatWasAttached() {
        Attachment kept = attachments.keep("first", TASK, "carta.pdf", LETTER, "Ana");

        assertThat(attachments.of("first", TASK)).containsExactly(kept);
        assertThat(attachments.content(kept)).isEqualTo(LETTER);
        assertThat(kept.kind()).isEqualTo(AttachmentKind.PDF);
        assertThat(kept.size()).isEqualTo(LETTER.length);
    }

    @Test
    void keepsNothingInClear() {
        attachments.keep("first", TASK, "carta.pdf", LETTER, "Ana");

        byte[] stored = jdbc.sql("select content from attachment").query(byte[].class).single();
        assertThat(new String(stored, UTF_8)).doesNotContain("letter");
    }

    @Test
    void showsAFileToNoOtherThingAndNoOtherStore() {
        Attachment kept = attachments.keep("first", TASK, "a.pdf", LETTER, "Ana");

        assertProblem(
                Problem.UNKNOWN_ATTACHMENT, () -> attachments.of("first", "task/2", kept.id()));
        assertProblem(Problem.UNKNOWN_ATTACHMENT, () -> attachments.of("second", TASK, kept.id()));
        assertProblem(
                Problem.UNKNOWN_ATTACHMENT, () -> attachments.remove("second", TASK, kept.id()));
    }

    @Test
    void bringsBackWhatWasRemoved() {
        Attachment kept = attachments.keep("first", TASK, "a.pdf", LETTER, "Ana");
        attachments.remove("first", TASK, kept.id());
        assertThat(attachments.of("first", TASK)).isEmpty();

        attachments.restore("first", TASK, kept.id());

        assertThat(attachments.of("first", TASK)).containsExactly(kept);
    }

    @Test
    void forgetsAfterAWeekWhatWasRemoved() {
        Attachment old = attachments.keep("first", TASK, "a.pdf", LETTER, "Ana");
        attachments.remove("first", TASK, old.id());
        Attachments later =
                StateForTests.attachments(
                        jdbc, Clock.offset(Clock.systemUTC(), Duration.ofDays(8)));
        Attachment other = later.keep("first", TASK, "b.pdf", LETTER, "Ana");

        later.remove("first", TASK, other.id());

        assertProblem(Problem.UNKNOWN_ATTACHMENT, () -> later.restore("first", TASK, old.id()));
    }

    @Test
    void takesEightMegabytesAndNotAByteMore() {
        byte[] largest = new byte[Attachments.LARGEST];
        assertThat(attachments.keep("first", TASK, "large", largest, "Ana").size())
                .isEqualTo(8L * 1024 * 1024);
        byte[] larger = new byte[Attachments.LARGEST + 1];
        assertProblem(
                Problem.ATTACHMENT_TOO_LARGE,
                () -> attachments.keep("first", TASK, "x", larger, "Ana"));
        assertProblem(
                Problem.ATTACHMENT_TOO_LARGE,
                () -> Attachments.read(new ByteArrayInputStream(larger), "x"));
        assertProblem(
                Problem.ATTACHMENT_EMPTY,
                () -> Attachments.read(new ByteArrayInputStream(new byte[0]), "x"));
    }

    @Test
    void holdsFiftyMegabytesOfOneThing() {
        byte[] largest = new byte[Attachments.LARGEST];
        Attachment first = attachments.keep("first", TASK, "0", largest, "Ana");
        for (int i = 1; i < 6; i++) {
            attachments.keep("first", TASK, String.valueOf(i), largest, "Ana");
        }
        assertProblem(
                Problem.ATTACHMENTS_FULL,
                () -> attachments.keep("first", TASK, "7", largest, "Ana"));
        attachments.remove("first", TASK, first.id());
        attachments.keep("first", TASK, "7", largest, "Ana");
        assertThat(attachments.of("first", TASK)).hasSize(6);
        attachments.keep("first", "task/2", "1", largest, "Ana");
    }

    @Test
    void holdsTwoGigabytesOfOneStore() {
        jdbc.sql(
                        """
                        insert into attachment (store, thing, name, kind, size, content, added_by, added_at)
                        values ('first', 'task/9', 'x', 'OTHER', 2147483648, ''::bytea, 'Ana', now())
                        """)
                .update();
        assertProblem(
                Problem.ATTACHMENTS_STORE_FULL,
                () -> attachments.keep("first", TASK, "x", LETTER, "Ana"));
        attachments.keep("second", TASK, "x", LETTER, "Ana");
    }

    @Test
    void goesWithTheKey() {
        attachments.keep("first", TASK, "a.pdf", LETTER, "Ana");

        new Vault(jdbc).destroyKey("first");

        assertThat(attachments.of("first", TASK)).isEmpty();
    }

    @Test
    void judgesAFileByItsFirstBytes() {
        assertThat(AttachmentKind.of(bytes(0xFF, 0xD8, 0xFF, 0xE0))).isEqualTo(AttachmentKind.JPEG);
        assertThat(AttachmentKind.of(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0)))
                .isEqualTo(AttachmentKind.PNG);
        assertThat(AttachmentKind.of("RIFF....WEBPVP8 ".getBytes(UTF_8)))
                .isEqualTo(AttachmentKind.WEBP);
        assertThat(AttachmentKind.of("RIFF....WAVE".getBytes(UTF_8)))
                .isEqualTo(AttachmentKind.OTHER);
        assertThat(AttachmentKind.of("<svg onload=alert(1)>".getBytes(UTF_8)))
                .isEqualTo(AttachmentKind.OTHER);
        assertThat(AttachmentKind.of("<html>%PDF-1.7".getBytes(UTF_8)))
                .isEqualTo(AttachmentKind.OTHER);
        assertThat(AttachmentKind.of(bytes(0xFF))).isEqualTo(AttachmentKind.OTHER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd",
                "C:\\Users\\ana\\foto.png|foto.png",
                "a\u202Egnp.exe|agnp.exe",
                "x\tSet-Cookie: a=b|xSet-Cookie: a=b",
                "<img src=x onerror=alert(1)>.png|<img src=x onerror=alert(1)>.png",
                "报表 2026.xlsx|报表 2026.xlsx",
                "..|file",
                "\u0000|file"
            })
    void keepsANameFitToBeShown(String sent, String shown) {
        assertThat(Attachment.fitName(sent)).isEqualTo(shown);
        assertThat(Attachment.fitName(sent.repeat(100)).codePoints().count())
                .isLessThanOrEqualTo(120);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static void assertProblem(Problem problem, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        RotinaException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
