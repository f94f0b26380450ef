package org.ccican.wire;

import co.nstant.in.cbor.CborBuilder;
import co.nstant.in.cbor.CborDecoder;
import co.nstant.in.cbor.CborEncoder;
import co.nstant.in.cbor.CborException;
import co.nstant.in.cbor.model.Array;
import co.nstant.in.cbor.model.ByteString;
import co.nstant.in.cbor.model.DataItem;
import co.nstant.in.cbor.model.DoublePrecisionFloat;
import co.nstant.in.cbor.model.HalfPrecisionFloat;
import co.nstant.in.cbor.model.NegativeInteger;
import co.nstant.in.cbor.model.SimpleValue;
import co.nstant.in.cbor.model.SinglePrecisionFloat;
import co.nstant.in.cbor.model.Special;
import co.nstant.in.cbor.model.UnicodeString;
import co.nstant.in.cbor.model.UnsignedInteger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An encoder and decoder that somebody else wrote: for valid input alone, it is no strict one. */
final class CborOracle {

  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

  private CborOracle() {}

  static Bytes encode(DataItem item) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new CborEncoder(out).nonCanonical().encode(new CborBuilder().add(item).build());
    } catch (CborException e) {
      throw new IllegalStateException(e);
    }
    return Bytes.of(out.toByteArray());
  }

  static DataItem decode(Bytes octets) {
    try {
      return new CborDecoder(new ByteArrayInputStream(octets.toArray())).decodeNext();
    } catch (CborException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The item as ours. */
  static Cbor translate(DataItem item) {
    Cbor bare = bare(item);
    return item.hasTag() ? Cbor.tag(item.getTag().getValue(), bare) : bare;
  }

  /** Some item, without floats of half width and without the tags that have a meaning there. */
  static DataItem random(Random random, int depth) {
    DataItem item = randomBare(random, depth);
    if (random.nextInt(8) == 0) {
      item.setTag(1_000 + random.nextInt(1 << random.nextInt(30)));
    }
    return item;
  }

  private static DataItem randomBare(Random random, int depth) {
    switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0:
        return new UnsignedInteger(new BigInteger(random.nextInt(65), random));
      case 1:
        return new NegativeInteger(new BigInteger(random.nextInt(65), random).not());
      case 2:
        byte[] octets = new byte[random.nextInt(300)];
        random.nextBytes(octets);
        return new ByteString(octets);
      case 3:
        return new UnicodeString("\u00e4\ud83d\ude00x".repeat(random.nextInt(30)));
      case 4:
        return random.nextBoolean()
            ? new SinglePrecisionFloat(Float.intBitsToFloat(random.nextInt(0x7f80_0000)))
            : new DoublePrecisionFloat(random.nextGaussian());
      case 5:
        return random.nextBoolean() ? SimpleValue.TRUE : SimpleValue.NULL;
      case 6:
        Array array = new Array();
        for (int left = random.nextInt(30); left > 0; left--) {
          array.add(random(random, depth - 1));
        }
        return array;
      default:
        co.nstant.in.cbor.model.Map map = new co.nstant.in.cbor.model.Map();
        for (int left = random.nextInt(30); left > 0; left--) {
          map.put(new UnsignedInteger(random.nextInt(500)), random(random, depth - 1));
        }
        return map;
    }
  }

  private static Cbor bare(DataItem item) {
    switch (item.getMajorType()) {
      case UNSIGNED_INTEGER:
        BigInteger value = ((UnsignedInteger) item).getValue();
        return new Cbor.Int(false, value.longValue(), Span.NONE);
      case NEGATIVE_INTEGER:
        BigInteger below = ((NegativeInteger) item).getValue();
        return new Cbor.Int(true, below.not().mod(WORD).longValue(), Span.NONE);
      case BYTE_STRING:
        return Cbor.octets(Bytes.of(((ByteString) item).getBytes()));
      case UNICODE_STRING:
        return Cbor.text(((UnicodeString) item).getString());
      case ARRAY:
        return Cbor.array(
            ((Array) item).getDataItems().stream().map(CborOracle::translate).toList());
      case MAP:
        co.nstant.in.cbor.model.Map map = (co.nstant.in.cbor.model.Map) item;
        List<Cbor.Entry> entries = new ArrayList<>();
        for (DataItem key : map.getKeys()) {
          entries.add(new Cbor.Entry(translate(key), translate(map.get(key))));
        }
        return Cbor.unsorted(entries);
      default:
        return special((Special) item);
    }
  }

  private static Cbor special(Special item) {
    switch (item.getSpecialType()) {
      case SIMPLE_VALUE:
      case SIMPLE_VALUE_NEXT_BYTE:
        return new Cbor.Simple(((SimpleValue) item).getValue(), Span.NONE);
      case IEEE_754_HALF_PRECISION_FLOAT:
        float half = ((HalfPrecisionFloat) item).getValue();
        throw new IllegalArgumentException("half width: " + half);
      case IEEE_754_SINGLE_PRECISION_FLOAT:
        float single = ((SinglePrecisionFloat) item).getValue();
        return new Cbor.Real(4, Float.floatToRawIntBits(single), Span.NONE);
      default:
        double wide = ((DoublePrecisionFloat) item).getValue();
        return new Cbor.Real(8, Double.doubleToRawLongBits(wide), Span.NONE);
    }
  }
}
