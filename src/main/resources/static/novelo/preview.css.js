// A bubble on a telephone, for previews.

export default `
  .phone { background: #efe7dd; border-radius: 14px; padding: 18px 16px; display: flex; min-height: 90px; align-items: flex-start; }
  .phone .bubble { background: #fff; border-radius: 2px 10px 10px 10px; padding: 7px 10px; box-shadow: 0 1px 1px #00000026; min-width: 120px; max-width: 330px; font-size: 14px; line-height: 1.4; overflow-wrap: anywhere; }
  .phone .text { white-space: pre-wrap; unicode-bidi: isolate; }
  .phone .header { display: block; margin-bottom: 3px; }
  .phone .footer { display: block; color: #55636b; font-size: 12px; margin-top: 3px; }
  .phone .room { display: grid; place-items: center; gap: 4px; background: #dfe5e7; color: #46525b; border-radius: 7px; padding: 26px 10px; margin-bottom: 6px; font-size: 12px; min-width: 220px; }
  .phone .room .icon { font-size: 30px; }
  .phone .pictured { display: block; width: 100%; max-height: 220px; object-fit: cover; border-radius: 7px; margin-bottom: 6px; }
  .phone .offers { display: flex; flex-direction: column; margin: 7px -10px -3px; border-top: 1px solid #00000014; }
  .phone .face { display: flex; align-items: center; justify-content: center; gap: 7px; padding: 7px 12px; color: #0a5aa5; font-weight: 600; }
  .phone .face + .face { border-top: 1px solid #00000014; }
  .phone .face a { color: inherit; text-decoration: none; }
`;
