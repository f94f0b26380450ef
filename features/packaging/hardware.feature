@packaging @teep
Feature: Section 4, the five cases on each kind of hardware

  The instances are emulated: they have each kind's measurements and evidence, and isolate nothing.

  @req-PACK-70 @level-step @role-platform @format-psa
  Rule: The five cases run in a confidential process on TrustZone

    Scenario Outline: Platform runs case <case> in a confidential process on TrustZone
      Given the SUT plays the platform
      And the attesting-environment is psa
      When the application-owner brings the packages of case <case> for a confidential process on psa
      Then the load sequence is <sequence>
      And the middleware answers the <resource> with what the application makes of the personal data

      @id-PACK-70.1
      Examples:
        | case | sequence                              | resource |
        | 1    | attestation, bundle, user-application | bundles  |

      @id-PACK-70.2
      Examples:
        | case | sequence                                                                   | resource |
        | 2    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-70.3
      Examples:
        | case | sequence                                                                   | resource |
        | 3    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-70.4
      Examples:
        | case | sequence                              | resource |
        | 4    | user-application, attestation, bundle | bundles  |

      @id-PACK-70.5
      Examples:
        | case | sequence                     | resource |
        | 5    | tam-attestation, application | results  |

  @req-PACK-71 @level-step @role-platform @format-sgx
  Rule: The five cases run in a confidential process on SGX

    Scenario Outline: Platform runs case <case> in a confidential process on SGX
      Given the SUT plays the platform
      And the attesting-environment is sgx
      When the application-owner brings the packages of case <case> for a confidential process on sgx
      Then the load sequence is <sequence>
      And the middleware answers the <resource> with what the application makes of the personal data

      @id-PACK-71.1
      Examples:
        | case | sequence                              | resource |
        | 1    | attestation, bundle, user-application | bundles  |

      @id-PACK-71.2
      Examples:
        | case | sequence                                                                   | resource |
        | 2    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-71.3
      Examples:
        | case | sequence                                                                   | resource |
        | 3    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-71.4
      Examples:
        | case | sequence                              | resource |
        | 4    | user-application, attestation, bundle | bundles  |

      @id-PACK-71.5
      Examples:
        | case | sequence                     | resource |
        | 5    | tam-attestation, application | results  |

  @req-PACK-72 @level-step @role-platform @format-psa
  Rule: The five cases run in a confidential container on TrustZone

    Scenario Outline: Platform runs case <case> in a confidential container on TrustZone
      Given the SUT plays the platform
      And the attesting-environment is psa
      When the application-owner brings the packages of case <case> for a confidential container on psa
      Then the load sequence is <sequence>
      And the middleware answers the <resource> with what the application makes of the personal data

      @id-PACK-72.1
      Examples:
        | case | sequence                              | resource |
        | 1    | attestation, bundle, user-application | bundles  |

      @id-PACK-72.2
      Examples:
        | case | sequence                                                                   | resource |
        | 2    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-72.3
      Examples:
        | case | sequence                                                                   | resource |
        | 3    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-72.4
      Examples:
        | case | sequence                              | resource |
        | 4    | user-application, attestation, bundle | bundles  |

      @id-PACK-72.5
      Examples:
        | case | sequence                     | resource |
        | 5    | tam-attestation, application | results  |

  @req-PACK-73 @level-step @role-platform @format-sgx
  Rule: The five cases run in a confidential container on SGX

    Scenario Outline: Platform runs case <case> in a confidential container on SGX
      Given the SUT plays the platform
      And the attesting-environment is sgx
      When the application-owner brings the packages of case <case> for a confidential container on sgx
      Then the load sequence is <sequence>
      And the middleware answers the <resource> with what the application makes of the personal data

      @id-PACK-73.1
      Examples:
        | case | sequence                              | resource |
        | 1    | attestation, bundle, user-application | bundles  |

      @id-PACK-73.2
      Examples:
        | case | sequence                                                                   | resource |
        | 2    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-73.3
      Examples:
        | case | sequence                                                                   | resource |
        | 3    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-73.4
      Examples:
        | case | sequence                              | resource |
        | 4    | user-application, attestation, bundle | bundles  |

      @id-PACK-73.5
      Examples:
        | case | sequence                     | resource |
        | 5    | tam-attestation, application | results  |

  @req-PACK-75 @level-step @role-platform @format-tdx
  Rule: The five cases run in a confidential container on TDX

    Scenario Outline: Platform runs case <case> in a confidential container on TDX
      Given the SUT plays the platform
      And the attesting-environment is tdx
      When the application-owner brings the packages of case <case> for a confidential container on tdx
      Then the load sequence is <sequence>
      And the middleware answers the <resource> with what the application makes of the personal data

      @id-PACK-75.1
      Examples:
        | case | sequence                              | resource |
        | 1    | attestation, bundle, user-application | bundles  |

      @id-PACK-75.2
      Examples:
        | case | sequence                                                                   | resource |
        | 2    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-75.3
      Examples:
        | case | sequence                                                                   | resource |
        | 3    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-75.4
      Examples:
        | case | sequence                              | resource |
        | 4    | user-application, attestation, bundle | bundles  |

      @id-PACK-75.5
      Examples:
        | case | sequence                     | resource |
        | 5    | tam-attestation, application | results  |

  @req-PACK-78 @level-step @role-platform @format-tdx
  Rule: The five cases run in a confidential virtual machine on TDX

    Scenario Outline: Platform runs case <case> in a confidential virtual machine on TDX
      Given the SUT plays the platform
      And the attesting-environment is tdx
      When the application-owner brings the packages of case <case> for a confidential vm on tdx
      Then the load sequence is <sequence>
      And the middleware answers the <resource> with what the application makes of the personal data

      @id-PACK-78.1
      Examples:
        | case | sequence                              | resource |
        | 1    | attestation, bundle, user-application | bundles  |

      @id-PACK-78.2
      Examples:
        | case | sequence                                                                   | resource |
        | 2    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-78.3
      Examples:
        | case | sequence                                                                   | resource |
        | 3    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-78.4
      Examples:
        | case | sequence                              | resource |
        | 4    | user-application, attestation, bundle | bundles  |

      @id-PACK-78.5
      Examples:
        | case | sequence                     | resource |
        | 5    | tam-attestation, application | results  |

  @req-PACK-74 @level-step @role-platform @format-cca
  Rule: The five cases run in a confidential container on CCA

    Scenario Outline: Platform runs case <case> in a confidential container on CCA
      Given the SUT plays the platform
      And the attesting-environment is cca
      When the application-owner brings the packages of case <case> for a confidential container on cca
      Then the load sequence is <sequence>
      And the middleware answers the <resource> with what the application makes of the personal data

      @id-PACK-74.1
      Examples:
        | case | sequence                              | resource |
        | 1    | attestation, bundle, user-application | bundles  |

      @id-PACK-74.2
      Examples:
        | case | sequence                                                                   | resource |
        | 2    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-74.3
      Examples:
        | case | sequence                                                                   | resource |
        | 3    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-74.4
      Examples:
        | case | sequence                              | resource |
        | 4    | user-application, attestation, bundle | bundles  |

      @id-PACK-74.5
      Examples:
        | case | sequence                     | resource |
        | 5    | tam-attestation, application | results  |

  @req-PACK-77 @level-step @role-platform @format-cca
  Rule: The five cases run in a confidential virtual machine on CCA

    Scenario Outline: Platform runs case <case> in a confidential virtual machine on CCA
      Given the SUT plays the platform
      And the attesting-environment is cca
      When the application-owner brings the packages of case <case> for a confidential vm on cca
      Then the load sequence is <sequence>
      And the middleware answers the <resource> with what the application makes of the personal data

      @id-PACK-77.1
      Examples:
        | case | sequence                              | resource |
        | 1    | attestation, bundle, user-application | bundles  |

      @id-PACK-77.2
      Examples:
        | case | sequence                                                                   | resource |
        | 2    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-77.3
      Examples:
        | case | sequence                                                                   | resource |
        | 3    | user-application, tam-attestation, application, attestation, personal-data | data     |

      @id-PACK-77.4
      Examples:
        | case | sequence                              | resource |
        | 4    | user-application, attestation, bundle | bundles  |

      @id-PACK-77.5
      Examples:
        | case | sequence                     | resource |
        | 5    | tam-attestation, application | results  |
