package org.ccican.transport;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.ccican.cose.Crypto;
import org.ccican.wire.Bytes;

/**
 * TLS from owner to middleware (ccican-00 sections 5(1) and 7): the server shows a self-signed
 * certificate for a key made inside its environment. The client takes any certificate, since trust
 * comes from the evidence that names the key's hash and from nothing else; once there is evidence
 * it can be held to that key.
 */
public final class SecureChannel {

  private SecureChannel() {}

  public static SSLContext server(PrivateKey key, X509Certificate certificate) {
    return context(new KeyManager[] {new OneKey(key, certificate)}, null);
  }

  public static SSLContext client() {
    return context(null, new TrustManager[] {new Peer(Optional.empty())});
  }

  /**
   * A client of one server only.
   *
   * @param peerKey SHA-256 of its SubjectPublicKeyInfo
   */
  public static SSLContext client(Bytes peerKey) {
    return context(null, new TrustManager[] {new Peer(Optional.of(peerKey))});
  }

  private static SSLContext context(KeyManager[] keys, TrustManager[] trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS 1.3", e);
    }
  }

  /** The environment's one key, handed over as it is: a key store would encrypt it first. */
  private static final class OneKey extends X509ExtendedKeyManager {

    private static final String ALIAS = "environment";

    private final PrivateKey key;
    private final X509Certificate certificate;

    OneKey(PrivateKey key, X509Certificate certificate) {
      this.key = key;
      this.certificate = certificate;
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return type.equals(key.getAlgorithm()) ? ALIAS : null;
    }

    @Override
    public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
      return type.equals(key.getAlgorithm()) ? ALIAS : null;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {certificate};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }
  }

  /**
   * Any server before its evidence is there, the attested one afterwards; the extended kind also
   * keeps the JDK from comparing host names.
   */
  private static final class Peer extends X509ExtendedTrustManager {

    private final Optional<Bytes> key;

    Peer(Optional<Bytes> key) {
      this.key = key;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      Bytes shown = Crypto.sha256(Bytes.of(chain[0].getPublicKey().getEncoded()));
      if (key.isPresent() && !key.get().equals(shown)) {
        throw new CertificateException("the server's key is " + shown + ", not " + key.get());
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
