/** What people take for passwords most often, of those that are long enough: in lower case, without signs at the end. */
const common = new Set(
  `password passw0rd p@ssword p@ssw0rd password1 password12 password123 password1234 passwort passwort1 motdepasse
  contraseña contrasena welcome1 welcome12 welcome123 changeme changeme1 changeme123 letmein1 letmein12 letmein123
  administrator admin123 admin1234 admin12345 admin123456 administrator1 root1234 toor1234 test1234 test12345 testtest
  testtest1 guest123 guest1234 user1234 default1 secret123 secret1234 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234
  qwerty12345 qwertz123 qwertzuiop azertyuiop asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 1q2w3e4r 1q2w3e4r5t
  1qaz2wsx 1qazxsw2 q1w2e3r4 q1w2e3r4t5 zaq12wsx 12345678 123456789 1234567890 12345678910 123456789a a12345678
  a123456789 abc12345 abc123456 abcd1234 abcdefgh abcdefg1 1234abcd 12344321 12341234 123123123 1231231234 123321123
  11111111 111111111 1111111111 00000000 000000000 0000000000 88888888 99999999 22222222 66666666 55555555 77777777
  87654321 987654321 9876543210 0987654321 11223344 112233445566 147258369 159357456 789456123 aaaaaaaa iloveyou
  iloveyou1 iloveyou2 sunshine sunshine1 princess princess1 football football1 baseball baseball1 superman superman1
  batman123 trustno1 whatever whatever1 starwars starwars1 computer computer1 internet michelle jennifer jordan23
  liverpool chelsea1 arsenal1 barcelona mercedes ferrari1 corvette mustang1 maverick cocacola samsung1 google123
  facebook linkedin microsoft monkey123 dragon123 master123 shadow123 killer123 hello123 hello1234 hellohello login123
  login1234 access14 access123 mynoob12 freedom1 charlie1 michael1 jessica1 ashley123 summer123 winter123 spring123
  autumn123 january1 december1 followthrough followthrough1`.split(/\s+/),
)

/** Whether it is one of the first that anybody would try. */
export const isCommon = (password: string) => {
  const plain = password.toLowerCase()
  return common.has(plain) || common.has(plain.replace(/[!?.@#$*_-]+$/, ''))
}
