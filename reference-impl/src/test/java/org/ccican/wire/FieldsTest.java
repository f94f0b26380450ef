package org.ccican.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.ccican.reject.Reason;
import org.ccican.reject.Rejected;
import org.junit.jupiter.api.Test;

/** Fields of maps and of binary layouts. */
class FieldsTest {

  private static final String RULE = "some.rule";

  private final Cbor.Map map =
      Cbor.map()
          .put(1, Cbor.octets(Bytes.of(7)))
          .put(2, Cbor.text("two"))
          .put(3, Cbor.integer(-3))
          .put(4, Cbor.bool(true))
          .put(5, Cbor.array(Cbor.octets(Bytes.of(1)), Cbor.octets(Bytes.of(2))))
          .put(6, new Cbor.Int(false, -1, Span.NONE))
          .put("name", Cbor.nil())
          .build();

  @Test
  void giveValuesOfTheirTypes() throws Rejected {
    Fields fields = Fields.of(map, RULE);

    assertThat(fields.octets(1)).isEqualTo(Bytes.of(7));
    assertThat(fields.text(2)).isEqualTo("two");
    assertThat(fields.integer(3)).isEqualTo(-3);
    assertThat(fields.findBool(4)).contains(true);
    assertThat(Fields.octetsList(fields.item(5), RULE)).containsExactly(Bytes.of(1), Bytes.of(2));
    assertThat(fields.find("name")).contains(Cbor.nil());
    assertThat(fields.findOctets(9)).isEmpty();
    assertThat(fields.findText(9L)).isEmpty();
    assertThat(fields.findBool(9)).isEmpty();
    assertThat(fields.findArray(9)).isEmpty();
  }

  @Test
  void refuseAnotherTypeARangeAndAnAbsence() throws Rejected {
    Fields fields = Fields.of(map, RULE);

    refuses(Reason.WRONG_TYPE, () -> Fields.of(Cbor.nil(), RULE));
    refuses(Reason.WRONG_TYPE, () -> fields.octets(2));
    refuses(Reason.WRONG_TYPE, () -> fields.text(1));
    refuses(Reason.WRONG_TYPE, () -> fields.integer(4));
    refuses(Reason.WRONG_TYPE, () -> fields.findBool("name"));
    refuses(Reason.WRONG_TYPE, () -> fields.array(3));
    refuses(Reason.OUT_OF_RANGE, () -> fields.integer(6));
    refuses(Reason.MISSING_FIELD, () -> fields.octets(9));
    refuses(Reason.MISSING_FIELD, () -> fields.item("absent"));
  }

  @Test
  void readLayoutsAsTheyAreWritten() throws Rejected {
    Bytes layout =
        new ByteWriter()
            .u8(0xfe)
            .u16le(0x0102)
            .u32le(0xfffffffeL)
            .u64le(-2)
            .zero(2)
            .put(Bytes.of(9))
            .toBytes();
    ByteReader reader = new ByteReader(layout, RULE);

    assertThat(layout.toHex()).isEqualTo("fe0201fefffffffeffffffffffffff000009");
    assertThat(reader.u8()).isEqualTo(0xfe);
    assertThat(reader.u16le()).isEqualTo(0x0102);
    assertThat(reader.u32le()).isEqualTo(0xfffffffeL);
    assertThat(reader.u64le()).isEqualTo(-2);
    assertThat(reader.offset()).isEqualTo(15);
    assertThat(reader.take(2).isZero()).isTrue();
    assertThat(reader.remaining()).isEqualTo(1);
    refuses(Reason.TRUNCATED, reader::u16le);
    refuses(Reason.TRUNCATED, () -> reader.take(-1));
    assertThat(reader.take(1)).isEqualTo(Bytes.of(9));
    refuses(Reason.TRUNCATED, reader::u8);
  }

  private interface Step {
    void run() throws Rejected;
  }

  private static void refuses(Reason reason, Step step) {
    Rejected refusal = catchThrowableOfType(Rejected.class, step::run);
    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.check()).isEqualTo(RULE);
  }
}
